package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
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
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own name and phone, corrected by oneself (R-PI-11). */
@RestController
@RequestMapping(path = "/api/my-data", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnPersonController {

  private final PersonManagement persons;
  private final OrganisationDirectory organisations;
  private final Codes codes;
  private final CodeController sending;
  private final OwnProof proof;
  private final Rates rates;
  private final TransactionTemplate transaction;

  OwnPersonController(
      PersonManagement persons,
      OrganisationDirectory organisations,
      Codes codes,
      CodeController sending,
      OwnProof proof,
      Rates rates,
      TransactionTemplate transaction) {
    this.persons = persons;
    this.organisations = organisations;
    this.codes = codes;
    this.sending = sending;
    this.proof = proof;
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
   * @param phoneCode sent to the new phone, for registering
   * @param password or code, sent to the old one: one of the two
   */
  record PhoneForm(
      @NotBlank @Size(max = 30) String phone,
      @NotBlank @Pattern(regexp = "\\d{6}") String phoneCode,
      @Nullable @Size(max = 256) String password,
      @Nullable @Pattern(regexp = "\\d{6}") String code) {}

  @GetMapping("/person")
  @SignedIn
  ResponseEntity<OwnPerson> person() {
    var person = Actor.current().personOrRefuse();
    var view =
        new OwnPerson(
            person, persons.version(person), persons.name(person), persons.maskedPhone(person));
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  /** A code to one's own phone, to prove oneself with. */
  @PostMapping("/codes")
  @SignedIn
  @ResponseStatus(HttpStatus.ACCEPTED)
  CodeController.CodeView code(HttpServletRequest request) {
    var phone = persons.phone(Actor.current().personOrRefuse());
    if (phone == null) {
      throw Refusal.ruleBroken("access.no-phone");
    }
    return sending.code(new CodeController.CodeRequest(phone, CodePurpose.SIGN_IN), request);
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
  ResponseEntity<OwnPerson> changePhone(
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @RequestBody PhoneForm form) {
    var revision = Revision.parse(ifMatch);
    var phone = PhoneNumber.parse(form.phone());
    var person = Actor.current().personOrRefuse();
    rates.spend(RateLimit.RESETS_OF_PHONE, phone.digits());
    if (!codes.isRight(phone, CodePurpose.REGISTER, form.phoneCode())) {
      throw Refusal.invalid("access.code", "phoneCode");
    }
    proof.prove(person, form.password(), form.code());
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
