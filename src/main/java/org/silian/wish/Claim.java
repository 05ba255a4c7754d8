package org.silian.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one claim that stands on a wish; earlier ones are in the journal.
 *
 * @param claimerId the person who answers for it
 * @param unitId the unit in whose name it was claimed, where it was
 * @param by what the claimer is, for the figures
 * @param contactBy the last day to make contact; known once the community has approved
 * @param companionId the worker who goes along on the first visit
 * @param note what the claimer wrote when it was done
 */
record Claim(
    UUID claimerId,
    @Nullable UUID unitId,
    ClaimerKind by,
    Instant claimedAt,
    @Nullable Instant approvedAt,
    @Nullable LocalDate contactBy,
    @Nullable UUID companionId,
    @Nullable Instant contactedAt,
    @Nullable Instant fulfilledAt,
    @Nullable String note) {

  static Claim made(UUID claimer, @Nullable UUID unit, ClaimerKind by, Instant at) {
    return new Claim(claimer, unit, by, at, null, null, null, null, null, null);
  }

  Claim approved(Instant at, LocalDate contactBy, UUID companion) {
    return new Claim(claimerId, unitId, by, claimedAt, at, contactBy, companion, null, null, null);
  }

  Claim contacted(Instant at) {
    return new Claim(
        claimerId, unitId, by, claimedAt, approvedAt, contactBy, companionId, at, null, null);
  }

  Claim fulfilled(Instant at, String note) {
    return new Claim(
        claimerId,
        unitId,
        by,
        claimedAt,
        approvedAt,
        contactBy,
        companionId,
        contactedAt,
        at,
        note);
  }
}
