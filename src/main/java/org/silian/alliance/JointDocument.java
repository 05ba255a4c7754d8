package org.silian.alliance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.JointDocumentFact.JointDocumentIssued;
import org.silian.alliance.JointDocumentFact.JointDocumentRevoked;
import org.silian.organisation.Days;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** 联合发文: a document that several organisations issue together, and how long it is valid. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("alliance_document")
class JointDocument extends AbstractAggregateRoot<JointDocument> {

  private static final int FEWEST = 2;
  private static final int MOST = 20;

  /** One of those who issue it, as it is called there; the first leads (主办). */
  @Table("alliance_document_issuer")
  record Issuer(UUID organisationId, String name) {}

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final UUID organisationId;
  private final @Nullable UUID bodyId;
  private final String number;
  private final String title;
  private final LocalDate issuedOn;
  private final LocalDate validFrom;
  private final @Nullable LocalDate validTo;

  @MappedCollection(idColumn = "document_id", keyColumn = "place")
  private final List<Issuer> issuers;

  private @Nullable LocalDate revokedOn;
  private @Nullable String revocation;

  @PersistenceCreator
  JointDocument(
      UUID id,
      UUID organisationId,
      @Nullable UUID bodyId,
      String number,
      String title,
      LocalDate issuedOn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      List<Issuer> issuers) {
    this.id = id;
    this.organisationId = organisationId;
    this.bodyId = bodyId;
    this.number = number;
    this.title = title;
    this.issuedOn = issuedOn;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.issuers = issuers;
  }

  /**
   * A document as it stands on paper.
   *
   * @param issuers the first leads
   * @param body the body it is about, as its founding
   * @param validFrom the day it was issued where absent
   * @param validTo the last day; absent where it is valid until revoked
   */
  record Paper(
      String number,
      String title,
      List<Issuer> issuers,
      @Nullable UUID body,
      LocalDate issuedOn,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /**
   * A joint document.
   *
   * @throws Refusal {@code alliance.single-issuer}, {@code alliance.issuer-twice}, {@code
   *     alliance.document-number}, {@code alliance.document-year}, {@code alliance.validity}
   */
  static JointDocument issued(Paper paper, Instant now) {
    refuseWrongIssuers(paper.issuers());
    Days.refuseUnlikely(paper.issuedOn(), "issuedOn");
    if (paper.issuedOn().isAfter(District.day(now))) {
      throw Refusal.invalid("alliance.issued-later", "issuedOn");
    }
    var number = DocumentNumber.parse(paper.number());
    if (number.year() != paper.issuedOn().getYear()) {
      throw Refusal.invalid("alliance.document-year", "number");
    }
    var from = paper.validFrom() == null ? paper.issuedOn() : paper.validFrom();
    Days.refuseUnlikely(from, "validFrom");
    if (paper.validTo() != null && paper.validTo().isBefore(from)) {
      throw Refusal.invalid("alliance.validity", "validTo");
    }
    var document =
        new JointDocument(
            UuidCreator.getTimeOrderedEpoch(),
            paper.issuers().getFirst().organisationId(),
            paper.body(),
            number.text(),
            paper.title().strip(),
            paper.issuedOn(),
            from,
            paper.validTo(),
            List.copyOf(paper.issuers()));
    document.registerEvent(
        new JointDocumentIssued(
            document.id,
            document.organisationId,
            Days.moment(paper.issuedOn(), now),
            paper.issuers().size(),
            paper.body()));
    return document;
  }

  private static void refuseWrongIssuers(List<Issuer> issuers) {
    if (issuers.size() < FEWEST || issuers.size() > MOST) {
      throw Refusal.invalid("alliance.single-issuer", "issuers");
    }
    if (issuers.stream().map(Issuer::organisationId).distinct().count() < issuers.size()) {
      throw Refusal.invalid("alliance.issuer-twice", "issuers");
    }
  }

  /**
   * Ends its validity before its day.
   *
   * @param on the first day on which it is no longer valid
   * @param paper the number of the document that revokes it
   */
  void revoke(LocalDate on, @Nullable String paper, Instant now) {
    if (revokedOn != null) {
      throw Refusal.conflict("alliance.document-revoked");
    }
    if (on.isBefore(issuedOn) || on.isAfter(District.day(now))) {
      throw Refusal.invalid("alliance.revocation-day", "on");
    }
    revokedOn = on;
    revocation = paper;
    registerEvent(new JointDocumentRevoked(id, organisationId, Days.moment(on, now)));
  }

  UUID id() {
    return id;
  }

  UUID organisationId() {
    return organisationId;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
