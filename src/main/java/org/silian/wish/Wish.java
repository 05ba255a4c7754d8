package org.silian.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.wish.WishFact.RejectionReason;
import org.silian.wish.WishFact.ReleaseReason;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A small wish, from the day it is told to the day it is confirmed. Each verb takes one {@link
 * WishStep}, refuses it in a state from which it does not lead, and announces what happened. Who
 * may take a step is asked before, by {@link WishManagement}.
 */
@Table("wish")
class Wish extends AbstractAggregateRoot<Wish> {

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final String number;

  @Embedded.Empty private final Origin origin;

  private WishState state;
  private String title;
  private @Nullable String words;
  private @Nullable String text;
  private int round;
  private @Nullable Instant publishedAt;
  private @Nullable LocalDate expiresOn;

  @Embedded.Nullable(prefix = "claim_")
  private @Nullable Claim claim;

  private @Nullable Confirmation confirmation;
  private @Nullable Instant confirmedAt;
  private @Nullable Integer rating;
  private @Nullable String ratingWords;
  private @Nullable Instant endedAt;

  @PersistenceCreator
  Wish(UUID id, String number, Origin origin, WishState state, String title) {
    this.id = id;
    this.number = number;
    this.origin = origin;
    this.state = state;
    this.title = title;
  }

  /** A wish as it is collected. */
  static Wish collected(UUID id, String number, Telling told, WishRules rules) {
    told.refuseUnlessFits(rules);
    var origin = told.origin();
    var wish = new Wish(id, number, origin, WishState.COLLECTED, told.title());
    wish.words = told.words();
    wish.round = 1;
    return wish.tell(
        new WishFact.WishCollected(
            wish.id,
            origin.organisationId(),
            origin.collectedAt(),
            origin.kind(),
            origin.child(),
            origin.wisherId(),
            origin.consent().how()));
  }

  Wish verify(WishChecks checks, Instant at) {
    checks.refuseUnlessAllHold();
    take(WishStep.VERIFY);
    return tell(new WishFact.WishVerified(id, organisationId(), at));
  }

  Wish reject(RejectionReason reason, @Nullable String told, Instant at) {
    take(WishStep.REJECT);
    endedAt = at;
    return tell(new WishFact.WishRejected(id, organisationId(), at, reason, told));
  }

  Wish publish(PublicText masked, WishRules rules, Instant at) {
    take(WishStep.PUBLISH);
    text = masked.text();
    publishedAt = at;
    expiresOn = District.day(at).plus(rules.round());
    return tell(new WishFact.WishPublished(id, organisationId(), at));
  }

  /** Puts a wish that nobody has claimed into the next round, where it comes first. */
  Wish rollOver(WishRules rules, Instant at) {
    if (state != WishState.PUBLISHED) {
      throw refused(state);
    }
    round++;
    expiresOn = District.day(at).plus(rules.round());
    return tell(new WishFact.WishRolledOver(id, organisationId(), at, round));
  }

  /**
   * @throws Refusal {@code wish.already-claimed} where somebody was quicker, {@code wish.own} for
   *     the wisher herself
   */
  Wish claim(UUID claimer, @Nullable UUID unit, ClaimerKind by, Instant at) {
    if (claim != null) {
      throw Refusal.conflict("wish.already-claimed");
    }
    if (isOf(claimer)) {
      throw Refusal.ruleBroken("wish.own");
    }
    take(WishStep.CLAIM);
    claim = Claim.made(claimer, unit, by, at);
    return tell(new WishFact.WishClaimed(id, organisationId(), at, claimer, unit, by));
  }

  Wish approve(UUID companion, WishRules rules, Instant at) {
    take(WishStep.APPROVE);
    claim = standing().approved(at, District.day(at).plus(rules.contactWithin()), companion);
    return tell(
        new WishFact.WishClaimApproved(id, organisationId(), at, claim.claimerId(), companion));
  }

  Wish declineClaim(ReleaseReason reason, @Nullable String told, Instant at) {
    take(WishStep.DECLINE_CLAIM);
    return free(
        new WishFact.WishClaimDeclined(
            id, organisationId(), at, standing().claimerId(), reason, told));
  }

  Wish release(ReleaseReason reason, @Nullable String told, Instant at) {
    take(WishStep.RELEASE);
    return free(
        new WishFact.WishClaimReleased(
            id, organisationId(), at, standing().claimerId(), reason, told));
  }

  Wish contact(Instant at) {
    take(WishStep.CONTACT);
    claim = standing().contacted(at);
    return tell(new WishFact.WishContacted(id, organisationId(), at, claim.claimerId()));
  }

  Wish fulfil(String note, Instant at) {
    take(WishStep.FULFIL);
    claim = standing().fulfilled(at, note);
    return tell(new WishFact.WishFulfilled(id, organisationId(), at, claim.claimerId()));
  }

  Wish confirm(Confirmation how, Instant at) {
    take(WishStep.CONFIRM);
    confirmation = how;
    confirmedAt = at;
    return tell(new WishFact.WishConfirmed(id, organisationId(), at, how, standing().by()));
  }

  Wish deny(@Nullable String told, Instant at) {
    take(WishStep.DENY);
    return tell(
        new WishFact.WishFulfilmentDenied(id, organisationId(), at, standing().claimerId(), told));
  }

  /**
   * @param stars 1 to 5
   */
  Wish rate(int stars, @Nullable String said, Instant at) {
    take(WishStep.RATE);
    rating = stars;
    ratingWords = said;
    tell(new WishFact.WishRated(id, organisationId(), at, stars));
    return end(at);
  }

  /** Closes a confirmed wish that nobody has rated in time. */
  Wish closeUnrated(Instant at) {
    take(WishStep.RATE);
    return end(at);
  }

  Wish withdraw(Instant at) {
    take(WishStep.WITHDRAW);
    endedAt = at;
    return tell(new WishFact.WishWithdrawn(id, organisationId(), at));
  }

  /** Takes a confirmation back, and with it what it counted. */
  Wish correct(String reason, Instant at) {
    take(WishStep.CORRECT);
    confirmation = null;
    confirmedAt = null;
    rating = null;
    ratingWords = null;
    endedAt = null;
    return tell(new WishFact.WishConfirmationReversed(id, organisationId(), at, reason));
  }

  /** Forgets the wisher's own words; her contact is deleted beside it. */
  Wish forget(Instant at) {
    words = null;
    return tell(new WishFact.WishContactErased(id, organisationId(), at));
  }

  /** Forgets all that the wisher said, of herself or of how it went; what was counted stays. */
  Wish erase(Instant at) {
    title = "…";
    ratingWords = null;
    return forget(at);
  }

  private void take(WishStep step) {
    if (!step.from().contains(state)) {
      throw refused(state);
    }
    state = step.to();
  }

  private static Refusal refused(WishState state) {
    return Refusal.conflict("wish.not-in-this-state").with("state", state.name());
  }

  private Claim standing() {
    if (claim == null) {
      throw refused(state);
    }
    return claim;
  }

  private Wish free(WishFact fact) {
    claim = null;
    return tell(fact);
  }

  private Wish end(Instant at) {
    endedAt = at;
    return tell(new WishFact.WishClosed(id, organisationId(), at));
  }

  private Wish tell(WishFact fact) {
    registerEvent(fact);
    return this;
  }

  /** What happened since it was loaded; told to everybody when it is saved. */
  Collection<WishFact> announced() {
    return domainEvents().stream().map(WishFact.class::cast).toList();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version == null ? 0 : version;
  }

  String number() {
    return number;
  }

  UUID organisationId() {
    return origin.organisationId();
  }

  WishState state() {
    return state;
  }

  boolean isForChild() {
    return origin.child();
  }

  boolean isOf(UUID person) {
    return person.equals(origin.wisherId());
  }

  boolean isClaimedBy(UUID person) {
    return claim != null && claim.claimerId().equals(person);
  }

  @Nullable UUID wisherId() {
    return origin.wisherId();
  }

  @Nullable Claim claim() {
    return claim;
  }
}
