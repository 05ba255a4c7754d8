package org.silian.alliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.JointDocument.Issuer;
import org.silian.api.Revision;
import org.silian.organisation.OrganisationDirectory;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters joint documents, and what revokes them. */
@Component
@Transactional
class JointDocumentManagement {

  private final JointDocuments documents;
  private final OrganisationDirectory organisations;
  private final BodyAccess access;
  private final Clock clock;

  JointDocumentManagement(
      JointDocuments documents,
      OrganisationDirectory organisations,
      BodyAccess access,
      Clock clock) {
    this.documents = documents;
    this.organisations = organisations;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A document to be entered.
   *
   * @param issuers the first leads
   * @param body the body it is about, as its founding
   */
  record Entering(
      String number,
      String title,
      List<UUID> issuers,
      @Nullable UUID body,
      LocalDate issuedOn,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /**
   * Enters a document.
   *
   * @throws Refusal {@code alliance.issuer-out-of-reach} where none of the issuers lies within
   *     reach; {@code alliance.number-taken}; and what {@link JointDocument#issued} refuses
   */
  UUID issue(Entering entering) {
    if (entering.body() != null) {
      access.refuseUnlessReached(entering.body());
    }
    var issuers = entering.issuers().stream().map(id -> issuer(id, entering.issuedOn())).toList();
    var document =
        JointDocument.issued(
            new JointDocument.Paper(
                entering.number(),
                entering.title(),
                issuers,
                entering.body(),
                entering.issuedOn(),
                entering.validFrom(),
                entering.validTo()),
            clock.instant());
    if (entering.issuers().stream()
        .noneMatch(id -> BodyAccess.reaches(organisations.get(id).path()))) {
      throw Refusal.ruleBroken("alliance.issuer-out-of-reach").at("issuers");
    }
    return documents.save(document).id();
  }

  private Issuer issuer(UUID id, LocalDate on) {
    if (!organisations.stands(id, on)) {
      throw Refusal.notFound("organisation.not-found").at("issuers");
    }
    return new Issuer(id, organisations.nameOn(id, on).orElseThrow());
  }

  /** Enters that a document is no longer valid. Who could have entered it can. */
  void revoke(UUID id, Revision revision, LocalDate on, @Nullable String paper) {
    var document =
        documents
            .findById(id)
            .filter(d -> BodyAccess.reaches(organisations.get(d.organisationId()).path()))
            .orElseThrow(() -> Refusal.notFound("alliance.document-not-found"));
    revision.expect(document.version());
    document.revoke(on, paper, clock.instant());
    documents.save(document);
  }
}
