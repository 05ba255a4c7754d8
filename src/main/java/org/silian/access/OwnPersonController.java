package org.silian.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.FreshSignIn;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own name and phone, corrected by oneself (R-PI-11). */
@RestController
@RequestMapping(path = "/api/my-data", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnPersonController {

  private final PersonManagement persons;
  private final OrganisationDirectory organisations;
  private final Codes codes;
  private final Rates rates;
  private final TransactionTemplate transaction;

  OwnPersonController(
      PersonManagement persons,
      OrganisationDirectory organisations,
      Codes codes,
      Rates rates,
      TransactionTemplate transaction) {
    this.persons = persons;
    this.organisations = organisations;
    this.codes = codes;
    this.rates = rates;
    this.transaction = transaction;
  }

  /**
   * Oneself.
   *
   * @param phone masked
   */
  record OwnPerson(UUID id, long version, String name, @Nullable String phone) {}

  record NameForm(@NotBlank @Size(max = 40) String name) {}

  /**
   * Another phone.
   *
   * @param phoneCode sent to it, for registering
   */
  record PhoneForm(
      @NotBlank @Size(max = 30) String phone,
      @NotBlank @Pattern(regexp = "\\d{6}") String phoneCode) {}

  @GetMapping("/person")
  @SignedIn
  ResponseEntity<OwnPerson> person() {
    var person = Actor.current().personOrRefuse();
    var view =
        new OwnPerson(
            person, persons.version(person), persons.name(person), persons.maskedPhone(person));
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  @PutMapping("/name")
  @SignedIn
  ResponseEntity<OwnPerson> rename(
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @RequestBody NameForm form) {
    persons.rename(Actor.current().personOrRefuse(), Revision.parse(ifMatch), form.name(), where());
    return person();
  }

  @PutMapping("/phone")
  @SignedIn
  @FreshSignIn
  ResponseEntity<OwnPerson> changePhone(
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @RequestBody PhoneForm form) {
    var revision = Revision.parse(ifMatch);
    var phone = PhoneNumber.parse(form.phone());
    var person = Actor.current().personOrRefuse();
    rates.spend(RateLimit.RESETS_OF_PHONE, phone.digits());
    if (!codes.isRight(phone, CodePurpose.REGISTER, form.phoneCode())) {
      throw Refusal.invalid("access.code", "phoneCode");
    }
    transaction.executeWithoutResult(
        status -> {
          codes.use(phone, CodePurpose.REGISTER);
          persons.changePhone(person, revision, phone, where());
        });
    return person();
  }

  private UUID where() {
    var organisation = Actor.current().organisation();
    return organisation != null ? organisation : organisations.district().orElseThrow().id();
  }
}
