package org.silian.alliance;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.OrganisationKind;
import org.silian.problem.Refusal;

/**
 * A body's own rule.
 *
 * @param quorumCount of a fixed quorum
 * @param termYears how long a seat is taken for; absent where it lasts as long as the post
 */
record BodyRule(
    Succession succession,
    Quorum quorum,
    @Nullable Integer quorumCount,
    @Nullable Integer termYears) {

  private static final int LONGEST_TERM = 10;
  private static final int LARGEST = 999;

  BodyRule {
    if ((quorum == Quorum.FIXED) != (quorumCount != null)
        || (quorumCount != null && (quorumCount < 1 || quorumCount > LARGEST))) {
      throw Refusal.invalid("alliance.quorum", "quorumCount");
    }
    if (termYears != null && (termYears < 1 || termYears > LONGEST_TERM)) {
      throw Refusal.invalid("alliance.term-years", "termYears");
    }
  }

  /** What a body of this kind begins with. */
  static BodyRule of(OrganisationKind kind) {
    return switch (kind) {
      case STREET_COMMITTEE, COMMUNITY_COMMITTEE ->
          new BodyRule(Succession.FOLLOWS, Quorum.MORE_THAN_HALF, null, 5);
      case JOINT_CONFERENCE -> new BodyRule(Succession.FOLLOWS, Quorum.MORE_THAN_HALF, null, null);
      default -> new BodyRule(Succession.ASKS, Quorum.MORE_THAN_HALF, null, null);
    };
  }

  /**
   * How many voting members must be present.
   *
   * @param voting how many there are
   */
  int needed(int voting) {
    return switch (quorum) {
      case MORE_THAN_HALF -> voting / 2 + 1;
      case TWO_THIRDS -> (2 * voting + 2) / 3;
      case FIXED -> Objects.requireNonNull(quorumCount);
    };
  }

  /** The last day of a term that begins on this day; absent where it has none. */
  @Nullable LocalDate lastDay(LocalDate from) {
    return termYears == null ? null : from.plusYears(termYears).minusDays(1);
  }
}
