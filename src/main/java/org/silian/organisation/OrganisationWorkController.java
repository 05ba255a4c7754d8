package org.silian.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationController.OrganisationView;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Requires;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Founding, naming, moving and dissolving organisations. */
@RestController
@RequestMapping(path = "/api/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
class OrganisationWorkController {

  private final OrganisationManagement management;
  private final OrganisationController organisations;
  private final Idempotency idempotency;

  OrganisationWorkController(
      OrganisationManagement management,
      OrganisationController organisations,
      Idempotency idempotency) {
    this.management = management;
    this.organisations = organisations;
    this.idempotency = idempotency;
  }

  /**
   * An organisation to be founded.
   *
   * @param division the code of the division it governs, where its kind has one
   * @param uscc unified social credit code
   * @param on its first day
   */
  record FoundingRequest(
      OrganisationKind kind,
      @Size(max = 120) String name,
      UUID parent,
      @Nullable @Size(max = 20) String division,
      @Nullable @Size(max = 40) String uscc,
      LocalDate on) {}

  /**
   * @param on the first day of the new name, today at the latest
   * @param document the number of the paper
   */
  record RenamingRequest(
      @Size(max = 120) String name, LocalDate on, @Nullable @Size(max = 100) String document) {}

  /**
   * @param document the number of the paper
   */
  record MoveRequest(UUID parent, @Nullable @Size(max = 100) String document) {}

  record IdentificationRequest(
      @Nullable @Size(max = 20) String division, @Nullable @Size(max = 40) String uscc) {}

  /**
   * @param on the first day on which it is no more, today at the latest
   * @param endAppointments whether its appointments end with it; else they are in the way
   */
  record DissolutionRequest(LocalDate on, boolean endAppointments) {}

  @PostMapping
  @Requires("organisation.manage")
  ResponseEntity<OrganisationView> found(
      @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody FoundingRequest body) {
    var founding =
        new Founding(
            body.kind(),
            body.name(),
            body.parent(),
            blankToNull(body.division()),
            blankToNull(body.uscc()),
            body.on());
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(), key, body, () -> management.found(founding));
    return answer(HttpStatus.CREATED, id);
  }

  @PostMapping("/{id}/name")
  @Requires("organisation.manage")
  ResponseEntity<OrganisationView> rename(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody RenamingRequest body) {
    management.rename(
        id, Revision.parse(ifMatch), body.name(), body.on(), blankToNull(body.document()));
    return answer(HttpStatus.OK, id);
  }

  @PostMapping("/{id}/parent")
  @Requires("organisation.manage")
  ResponseEntity<OrganisationView> move(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody MoveRequest body) {
    management.move(id, Revision.parse(ifMatch), body.parent(), blankToNull(body.document()));
    return answer(HttpStatus.OK, id);
  }

  @PostMapping("/{id}/codes")
  @Requires("organisation.manage")
  ResponseEntity<OrganisationView> identify(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody IdentificationRequest body) {
    management.identify(
        id, Revision.parse(ifMatch), blankToNull(body.division()), blankToNull(body.uscc()));
    return answer(HttpStatus.OK, id);
  }

  @PostMapping("/{id}/dissolution")
  @Requires("organisation.manage")
  ResponseEntity<OrganisationView> dissolve(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody DissolutionRequest body) {
    management.dissolve(id, Revision.parse(ifMatch), body.on(), body.endAppointments());
    return answer(HttpStatus.OK, id);
  }

  private ResponseEntity<OrganisationView> answer(HttpStatus status, UUID id) {
    var view = organisations.view(id);
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
