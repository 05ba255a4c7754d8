package org.silian.alliance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 联合发文: the register of joint documents. */
@RestController
@RequestMapping(path = "/api/joint-documents", produces = MediaType.APPLICATION_JSON_VALUE)
class JointDocumentController {

  private final JointDocumentManagement management;
  private final JointDocumentBoard board;
  private final BodyAccess access;
  private final Idempotency idempotency;

  JointDocumentController(
      JointDocumentManagement management,
      JointDocumentBoard board,
      BodyAccess access,
      Idempotency idempotency) {
    this.management = management;
    this.board = board;
    this.access = access;
    this.idempotency = idempotency;
  }

  /**
   * A joint document.
   *
   * @param issuers as they are called there; the first leads
   * @param body the body it is about
   * @param validTo the last day; absent where it is valid until revoked
   * @param revokedOn the first day on which it was no longer valid
   * @param revocation the number of the document that revokes it
   * @param steps {@code revoke}
   */
  record JointDocumentView(
      UUID id,
      long version,
      String number,
      String title,
      List<String> issuers,
      @Nullable BodyLink body,
      LocalDate issuedOn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable LocalDate revokedOn,
      @Nullable String revocation,
      JointDocumentState state,
      List<String> steps) {}

  /** The documents along the line of the post in use, the latest first. */
  @GetMapping
  @Requires("body.view")
  Page<JointDocumentView> list(
      @RequestParam(required = false) @Nullable UUID body,
      @RequestParam(required = false) @Nullable @Size(max = 40) String q,
      @RequestParam(required = false) @Nullable @Size(max = 200) String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    var actor = Actor.current();
    return board
        .list(actor, body, q, Cursor.parse(after), size)
        .map(document -> view(document, actor));
  }

  @GetMapping("/{id}")
  @Requires("body.view")
  ResponseEntity<JointDocumentView> read(@PathVariable UUID id) {
    return answer(HttpStatus.OK, id);
  }

  /**
   * A document as it stands on paper.
   *
   * @param number as typed; brackets and spaces are put right
   * @param issuers two or more; the first leads
   * @param validFrom the day it was issued where absent
   */
  record JointDocumentForm(
      @NotBlank @Size(max = 60) String number,
      @NotBlank @Size(min = 2, max = 120) String title,
      @Size(max = 20) List<UUID> issuers,
      @Nullable UUID body,
      LocalDate issuedOn,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  @PostMapping
  @Requires("body.issue")
  ResponseEntity<JointDocumentView> issue(
      @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid JointDocumentForm form) {
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            form,
            () ->
                management.issue(
                    new JointDocumentManagement.Entering(
                        form.number(),
                        form.title(),
                        form.issuers(),
                        form.body(),
                        form.issuedOn(),
                        form.validFrom(),
                        form.validTo())));
    return answer(HttpStatus.CREATED, id);
  }

  /**
   * What revokes a document.
   *
   * @param on the first day on which it is no longer valid, today at the latest
   * @param document the number of the document that revokes it
   */
  record JointDocumentRevocation(LocalDate on, @Nullable @Size(max = 100) String document) {}

  @PostMapping("/{id}/revocation")
  @Requires("body.issue")
  ResponseEntity<JointDocumentView> revoke(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid JointDocumentRevocation form) {
    management.revoke(id, Revision.parse(ifMatch), form.on(), form.document());
    return answer(HttpStatus.OK, id);
  }

  private ResponseEntity<JointDocumentView> answer(HttpStatus status, UUID id) {
    var actor = Actor.current();
    var document =
        board
            .find(actor, id)
            .map(found -> view(found, actor))
            .orElseThrow(() -> Refusal.notFound("alliance.document-not-found"));
    return ResponseEntity.status(status).eTag("\"" + document.version() + "\"").body(document);
  }

  private JointDocumentView view(JointDocumentBoard.Read document, Actor actor) {
    boolean revocable =
        document.revokedOn() == null
            && access.allows(actor, AlliancePermission.ISSUE, document.leadPath());
    return new JointDocumentView(
        document.id(),
        document.version(),
        document.number(),
        document.title(),
        document.issuers(),
        document.body(),
        document.issuedOn(),
        document.validFrom(),
        document.validTo(),
        document.revokedOn(),
        document.revocation(),
        document.state(),
        revocable ? List.of("revoke") : List.of());
  }
}
