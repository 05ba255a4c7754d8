package org.silian.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.wish.WishBoard.Place;

/**
 * A wish as one reader may see it: what she may not is absent.
 *
 * @param proposal a first draft of the public text, for whoever may publish
 * @param steps what this reader may do now
 */
record WishRecord(
    UUID id,
    String number,
    long version,
    WishState state,
    WishKind kind,
    String title,
    @Nullable String words,
    @Nullable String text,
    @Nullable String proposal,
    @Nullable Long costFen,
    long capFen,
    Place community,
    boolean child,
    boolean onBehalf,
    WishConsent consent,
    @Nullable WishWisher wisher,
    @Nullable WishClaim claim,
    @Nullable LocalDate expiresOn,
    int round,
    @Nullable Confirmation confirmedBy,
    @Nullable Integer rating,
    @Nullable String ratingWords,
    List<String> steps) {

  /** How and when consent was given. */
  record WishConsent(Consent.How how, Instant at) {}

  /** Who wishes, for those who may know. */
  record WishWisher(String name, @Nullable String phone, @Nullable String address) {}

  /** A person or organisation, by name. */
  record WishParty(UUID id, String name) {}

  /** The claim that stands. */
  record WishClaim(
      ClaimerKind by,
      @Nullable WishParty claimer,
      @Nullable WishParty unit,
      Instant claimedAt,
      @Nullable Instant approvedAt,
      @Nullable LocalDate contactBy,
      @Nullable WishParty withWorker,
      @Nullable Instant contactedAt,
      @Nullable Instant fulfilledAt,
      @Nullable String note) {}
}
