package org.silian.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.silian.journal.Actor;
import org.silian.organisation.Readings.Reading;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How one reads: chosen by oneself, or set up once by a worker at the counter. */
@RestController
@RequestMapping(path = "/api/reading", produces = MediaType.APPLICATION_JSON_VALUE)
class ReadingController {

  private final Readings readings;
  private final PersonManagement persons;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReadingController(
      Readings readings, PersonManagement persons, ApplicationEventPublisher events, Clock clock) {
    this.readings = readings;
    this.persons = persons;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param chosen whether the person ever said so; until then a browser's own choice stands
   */
  record ReadingView(String language, boolean largeType, boolean chosen) {}

  record ReadingRequest(@Pattern(regexp = "zh-CN|en") String language, boolean largeType) {}

  /**
   * @param phone of the person at the counter, as she says it
   */
  record CounterReadingRequest(@Size(max = 30) String phone, boolean largeType) {}

  @GetMapping
  @SignedIn
  ReadingView reading() {
    return readings
        .find(Actor.current().personOrRefuse())
        .map(r -> new ReadingView(r.language().toLanguageTag(), r.largeType(), true))
        .orElseGet(
            () -> new ReadingView(LocaleContextHolder.getLocale().toLanguageTag(), false, false));
  }

  @PutMapping
  @SignedIn
  ReadingView choose(@Valid @RequestBody ReadingRequest request) {
    readings.choose(
        Actor.current().personOrRefuse(),
        new Reading(Locale.forLanguageTag(request.language()), request.largeType()));
    return new ReadingView(request.language(), request.largeType(), true);
  }

  @PutMapping("/at-counter")
  @Requires("organisation.contact")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void chooseAtCounter(@Valid @RequestBody CounterReadingRequest request) {
    var person =
        persons
            .byPhone(PhoneNumber.parse(request.phone()).digits())
            .orElseThrow(() -> Refusal.invalid("organisation.nobody-with-phone", "phone"));
    readings.enlarge(person, request.largeType());
    var where = Objects.requireNonNull(Actor.current().organisation(), "a post's organisation");
    events.publishEvent(new ReadingSetUp(person, where, clock.instant()));
  }
}
