package org.silian.alliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;

/** All that can happen to a body and its seats. {@code organisation} is the body. */
sealed interface AllianceFact extends Fact {

  @Override
  default Subject subject() {
    return new Subject(BodySubject.NAME, organisation());
  }

  /** A body was given a rule: its first, or another. */
  record BodyRuled(
      UUID organisation,
      Instant occurredAt,
      UUID secretariat,
      Succession succession,
      Quorum quorum,
      @Nullable Integer quorumCount,
      @Nullable Integer termYears)
      implements AllianceFact {}

  record SeatCreated(
      UUID seat,
      UUID organisation,
      Instant occurredAt,
      SeatKind kind,
      boolean voting,
      UUID unit,
      Role role,
      SeatSource source)
      implements AllianceFact {}

  record SeatAbolished(UUID seat, UUID organisation, Instant occurredAt, SeatKind kind, UUID unit)
      implements AllianceFact {}

  /** Somebody sits on a seat. Street leaders and university party heads count in N6 and N7. */
  record SeatTaken(
      UUID seat,
      UUID organisation,
      Instant occurredAt,
      UUID person,
      UUID appointment,
      SeatKind kind,
      OrganisationKind body,
      Role role,
      SeatSource source,
      boolean succeeded)
      implements AllianceFact {

    @Override
    public List<Measure> measures() {
      return counted(kind, body, role, source, 1);
    }
  }

  record SeatVacated(
      UUID seat,
      UUID organisation,
      Instant occurredAt,
      UUID person,
      SeatKind kind,
      OrganisationKind body,
      Role role,
      SeatSource source,
      SittingEnd reason)
      implements AllianceFact {

    @Override
    public List<Measure> measures() {
      return counted(kind, body, role, source, -1);
    }
  }

  /** The post of a seat has changed hands, or the term is over, and the secretariat is asked. */
  record SuccessionAsked(
      UUID seat,
      UUID organisation,
      Instant occurredAt,
      SeatKind kind,
      UUID unit,
      Role role,
      @Nullable UUID successor)
      implements AllianceFact {}

  record SeatLeftVacant(UUID seat, UUID organisation, Instant occurredAt, SeatKind kind, UUID unit)
      implements AllianceFact {}

  /** 兼职委员 of community committees, by where they come from. */
  private static List<Measure> counted(
      SeatKind kind, OrganisationKind body, Role role, SeatSource source, long amount) {
    if (kind != SeatKind.MEMBER || body != OrganisationKind.COMMUNITY_COMMITTEE) {
      return List.of();
    }
    if (source == SeatSource.STREET && role == Role.STREET_LEADER) {
      return List.of(new Measure("N6", amount));
    }
    if (source == SeatSource.UNIVERSITY && role == Role.PARTY_HEAD) {
      return List.of(new Measure("N7", amount));
    }
    return List.of();
  }
}
