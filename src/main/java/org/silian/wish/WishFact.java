package org.silian.wish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Reversal;
import org.silian.journal.Subject;

/** All that can happen to a wish. {@code organisation} is the community where it counts. */
sealed interface WishFact extends Fact {

  /** The wish it happened to. */
  UUID wish();

  @Override
  default Subject subject() {
    return new Subject(WishSubject.NAME, wish());
  }

  /** Why a wish was rejected, told to the wisher. */
  enum RejectionReason {
    NOT_REAL,
    NOT_FEASIBLE,
    OVER_CAP,
    PUBLIC_SERVICE,
    CASH,
    OTHER
  }

  /** Why a claim no longer stands. */
  enum ReleaseReason {
    /** No contact within the time (handbook 2.2: seven days). */
    NOT_CONTACTED,
    CLAIMER_CANNOT,
    WISHER_DECLINED,
    NOT_SUITABLE,
    OTHER
  }

  record WishCollected(
      UUID wish,
      UUID organisation,
      Instant occurredAt,
      WishKind kind,
      boolean child,
      @Nullable UUID wisher,
      Consent.How consent)
      implements WishFact {

    @Override
    public List<Measure> measures() {
      return List.of(WishFigure.COLLECTED.plus(1), WishFigure.OPEN.plus(1));
    }
  }

  record WishVerified(UUID wish, UUID organisation, Instant occurredAt) implements WishFact {}

  record WishRejected(
      UUID wish,
      UUID organisation,
      Instant occurredAt,
      RejectionReason reason,
      @Nullable String words)
      implements WishFact {

    @Override
    public List<Measure> measures() {
      return List.of(WishFigure.OPEN.plus(-1));
    }
  }

  record WishPublished(UUID wish, UUID organisation, Instant occurredAt) implements WishFact {

    @Override
    public List<Measure> measures() {
      return List.of(WishFigure.PUBLISHED.plus(1));
    }
  }

  record WishRolledOver(UUID wish, UUID organisation, Instant occurredAt, int round)
      implements WishFact {}

  record WishClaimed(
      UUID wish,
      UUID organisation,
      Instant occurredAt,
      UUID claimer,
      @Nullable UUID unit,
      ClaimerKind by)
      implements WishFact {}

  record WishClaimApproved(
      UUID wish, UUID organisation, Instant occurredAt, UUID claimer, UUID companion)
      implements WishFact {}

  record WishClaimDeclined(
      UUID wish,
      UUID organisation,
      Instant occurredAt,
      UUID claimer,
      ReleaseReason reason,
      @Nullable String words)
      implements WishFact {}

  record WishClaimReleased(
      UUID wish,
      UUID organisation,
      Instant occurredAt,
      UUID claimer,
      ReleaseReason reason,
      @Nullable String words)
      implements WishFact {}

  record WishContacted(UUID wish, UUID organisation, Instant occurredAt, UUID claimer)
      implements WishFact {}

  record WishFulfilled(UUID wish, UUID organisation, Instant occurredAt, UUID claimer)
      implements WishFact {}

  record WishFulfilmentDenied(
      UUID wish, UUID organisation, Instant occurredAt, UUID claimer, @Nullable String words)
      implements WishFact {}

  /** Claimed is not fulfilled: the figure counts here alone, and never without the wisher. */
  record WishConfirmed(
      UUID wish, UUID organisation, Instant occurredAt, Confirmation confirmation, ClaimerKind by)
      implements WishFact {

    @Override
    public List<Measure> measures() {
      var measures = new ArrayList<Measure>();
      measures.add(WishFigure.CONFIRMED.plus(1));
      measures.add(WishFigure.confirmed(by).plus(1));
      measures.add(WishFigure.OPEN.plus(-1));
      return measures;
    }
  }

  record WishConfirmationReversed(
      UUID wish, UUID organisation, Instant occurredAt, @Nullable String words)
      implements WishFact, Reversal {

    @Override
    public Class<? extends Fact> reverses() {
      return WishConfirmed.class;
    }

    @Override
    public List<Measure> measures() {
      return List.of();
    }
  }

  record WishRated(UUID wish, UUID organisation, Instant occurredAt, int rating)
      implements WishFact {}

  record WishClosed(UUID wish, UUID organisation, Instant occurredAt) implements WishFact {}

  record WishWithdrawn(UUID wish, UUID organisation, Instant occurredAt) implements WishFact {

    @Override
    public List<Measure> measures() {
      return List.of(WishFigure.OPEN.plus(-1));
    }
  }

  record WishContactErased(UUID wish, UUID organisation, Instant occurredAt) implements WishFact {}
}
