package org.silian.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.FreshSignIn;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * For whoever does not come through her own phone: what she asks on paper, and what her next of kin
 * ask when she has died (article 49), is written down at the desk; and she is erased as she could
 * have it done herself.
 */
@RestController
@RequestMapping(path = "/api/data-requests", produces = MediaType.APPLICATION_JSON_VALUE)
class DeskController {

  private final DataRequests requests;
  private final MyData data;
  private final KnownPersons persons;
  private final FieldCipher cipher;
  private final Idempotency idempotency;
  private final JdbcClient jdbc;
  private final Clock clock;

  DeskController(
      DataRequests requests,
      MyData data,
      KnownPersons persons,
      FieldCipher cipher,
      Idempotency idempotency,
      JdbcClient jdbc,
      Clock clock) {
    this.requests = requests;
    this.data = data;
    this.persons = persons;
    this.cipher = cipher;
    this.idempotency = idempotency;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A request as it is written down.
   *
   * @param person of whom it is, where her record was at hand; where heirs ask, who has died
   * @param name else her name and her phone number, both as they are kept: nobody is looked for
   * @param words who asks what, and by which papers
   */
  record DeskRequestForm(
      @Nullable UUID person,
      @Size(max = 40) @Nullable String name,
      @Size(max = 40) @Nullable String phone,
      DataRequest.Kind kind,
      @NotBlank @Size(max = 500) String words) {}

  record DeskRequestEntered(UUID id, LocalDate due) {}

  /**
   * The last word.
   *
   * @param words why, and what was seen; erased with her
   * @param sure that nothing brings it back
   */
  record DeskErasureForm(@NotBlank @Size(max = 500) String words, @AssertTrue boolean sure) {}

  @PostMapping
  @Requires("privacy.erase")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public DeskRequestEntered enter(
      @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody DeskRequestForm form) {
    var actor = Actor.current().personOrRefuse();
    var id = idempotency.once(actor, key, form, () -> enter(actor, form).id());
    return new DeskRequestEntered(id, find(id).due());
  }

  private DataRequest enter(UUID actor, DeskRequestForm form) {
    return requests.save(
        DataRequest.entered(
            actor,
            personOf(form),
            Root.district(jdbc),
            form.kind(),
            sealed(form.words()),
            clock.instant()));
  }

  private UUID personOf(DeskRequestForm form) {
    if (form.person() != null) {
      if (!persons.isKnown(form.person())) {
        throw Refusal.notFound("privacy.no-such-person").at("person");
      }
      return form.person();
    }
    if (form.name() == null || form.name().isBlank()) {
      throw Refusal.invalid("missing", "name");
    }
    if (form.phone() == null || form.phone().isBlank()) {
      throw Refusal.invalid("missing", "phone");
    }
    return persons
        .named(form.name().strip(), form.phone())
        .orElseThrow(() -> Refusal.notFound("privacy.nobody-of-that-name").at("name"));
  }

  /**
   * Grants a request by erasing the person. What it and its answer said goes with her; that it was
   * asked, of which kind it was, and who granted it stays.
   *
   * @throws Refusal {@code privacy.erasure-blocked} while something must end first; what, only
   *     those learn who may see it anyway
   */
  @PostMapping("/{id}/erasure")
  @Requires("privacy.erase")
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void erase(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody DeskErasureForm form) {
    var request = find(id);
    Revision.parse(ifMatch).expect(request.version());
    requests.save(
        request.grantErasure(
            Actor.current().personOrRefuse(), sealed(form.words()), clock.instant()));
    data.erase(request.personId());
  }

  private DataRequest find(UUID id) {
    return requests.findById(id).orElseThrow(DataRequestController::notFound);
  }

  private byte[] sealed(String words) {
    return cipher.encrypt(DataRequestController.FIELD, words.strip());
  }
}
