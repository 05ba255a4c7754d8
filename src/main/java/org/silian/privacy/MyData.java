package org.silian.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.journal.JournalWords;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.privacy.PersonalKeeper.ConsentGiven;
import org.silian.privacy.PersonalKeeper.Kept;
import org.silian.privacy.PersonalKeeper.Standing;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person may have done with all that is kept of her (R-PI-11). */
@Component
class MyData {

  private final Catalogue catalogue;
  private final JournalWords words;
  private final KnownPersons persons;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MyData(
      Catalogue catalogue,
      JournalWords words,
      KnownPersons persons,
      Texts texts,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.catalogue = catalogue;
    this.words = words;
    this.persons = persons;
    this.texts = texts;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** A kind of what is kept, with what of it is hers. */
  record MyKind(Catalogue.CatalogueKind kind, List<MyRow> rows) {}

  /** One row, value by value under the names that people know. */
  record MyRow(List<MyValue> values) {}

  record MyValue(String column, String name, String value) {}

  /**
   * Everything that is kept of a person, kind by kind; a kind of which there is nothing is empty.
   */
  @Transactional(readOnly = true)
  List<MyKind> of(UUID person) {
    var kept = new ArrayList<Kept>();
    catalogue.keepers().forEach(keeper -> kept.addAll(keeper.kept(person)));
    var byKind = kept.stream().collect(Collectors.groupingBy(Kept::kind));
    return catalogue.kinds().stream()
        .map(
            kind ->
                new MyKind(
                    kind,
                    byKind.getOrDefault(kind.id(), List.of()).stream().map(this::row).toList()))
        .filter(mine -> !mine.rows().isEmpty())
        .toList();
  }

  private MyRow row(Kept kept) {
    return new MyRow(
        kept.values().entrySet().stream()
            .map(e -> new MyValue(e.getKey(), texts.text("field." + e.getKey()), e.getValue()))
            .toList());
  }

  /** The same for a machine: rows of columns and values, by kind (R-PI-11, transfer). */
  @Transactional(readOnly = true)
  Map<String, List<Map<String, String>>> plain(UUID person) {
    var all = new LinkedHashMap<String, List<Map<String, String>>>();
    catalogue
        .keepers()
        .forEach(
            keeper ->
                keeper
                    .kept(person)
                    .forEach(
                        kept ->
                            all.computeIfAbsent(kept.kind(), k -> new ArrayList<>())
                                .add(kept.values())));
    return all;
  }

  /**
   * What stands in the way of erasing her, and what stays.
   *
   * @param blocks whether it must end first
   */
  record MyStanding(String code, String sentence, boolean blocks, @Nullable LocalDate until) {}

  @Transactional(readOnly = true)
  List<MyStanding> standing(UUID person) {
    return catalogue.keepers().stream()
        .flatMap(keeper -> keeper.standing(person).stream())
        .map(this::standing)
        .toList();
  }

  private MyStanding standing(Standing standing) {
    var sentence = texts.text("stays." + standing.code(), Map.of("about", standing.about()));
    return new MyStanding(standing.code(), sentence, standing.blocks(), standing.until());
  }

  /**
   * Erases a person: what every module keeps of her, and the words about her in the journal, whose
   * entries stay as they are.
   *
   * @throws Refusal {@code privacy.erasure-blocked} while something must end first
   */
  @Transactional
  void erase(UUID person) {
    if (standing(person).stream().anyMatch(MyStanding::blocks)) {
      throw Refusal.ruleBroken("privacy.erasure-blocked");
    }
    var records = new ArrayList<Subject>();
    catalogue.keepers().forEach(keeper -> records.addAll(keeper.records(person)));
    var ids = persons.ids(person);
    catalogue.keepers().forEach(keeper -> keeper.erase(person));
    words.erase(ids, records);
    events.publishEvent(new PersonErased(person, Root.district(jdbc), clock.instant()));
  }

  /**
   * A consent.
   *
   * @param follows what follows from taking it back
   */
  record MyConsent(
      UUID id, String sentence, String follows, Instant at, @Nullable Instant withdrawnAt) {}

  @Transactional(readOnly = true)
  List<MyConsent> consents(UUID person) {
    return catalogue.keepers().stream()
        .flatMap(keeper -> keeper.consents(person).stream())
        .map(this::consent)
        .toList();
  }

  private MyConsent consent(ConsentGiven given) {
    var about = Map.of("about", given.about());
    return new MyConsent(
        given.id(),
        texts.text("consent." + given.code(), about),
        texts.text("consent." + given.code() + ".follows", about),
        given.at(),
        given.withdrawnAt());
  }

  /**
   * Takes a consent back, with what follows.
   *
   * @throws Refusal {@code privacy.no-such-consent}
   */
  @Transactional
  void withdraw(UUID person, UUID consent) {
    var keeper =
        catalogue.keepers().stream()
            .filter(
                k ->
                    k.consents(person).stream()
                        .anyMatch(c -> c.id().equals(consent) && c.withdrawnAt() == null))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("privacy.no-such-consent"));
    keeper.withdraw(person, consent);
    events.publishEvent(new ConsentWithdrawn(person, Root.district(jdbc), clock.instant()));
  }
}
