package org.silian.wish;

import static org.silian.wish.WishState.APPROVED;
import static org.silian.wish.WishState.CLAIMED;
import static org.silian.wish.WishState.CLOSED;
import static org.silian.wish.WishState.COLLECTED;
import static org.silian.wish.WishState.CONFIRMED;
import static org.silian.wish.WishState.CONTACTED;
import static org.silian.wish.WishState.FULFILLED;
import static org.silian.wish.WishState.PUBLISHED;
import static org.silian.wish.WishState.REJECTED;
import static org.silian.wish.WishState.VERIFIED;
import static org.silian.wish.WishState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A step in a wish's life: from which states, to which, and who takes it. The same table decides
 * what the buttons of a page offer and what a command refuses.
 */
enum WishStep {
  VERIFY(EnumSet.of(COLLECTED), VERIFIED, WishPermission.VERIFY),
  REJECT(EnumSet.of(COLLECTED, VERIFIED), REJECTED, WishPermission.VERIFY),
  PUBLISH(EnumSet.of(VERIFIED), PUBLISHED, WishPermission.PUBLISH),
  CLAIM(EnumSet.of(PUBLISHED), CLAIMED, WishPermission.CLAIM),
  APPROVE(EnumSet.of(CLAIMED), APPROVED, WishPermission.APPROVE),
  DECLINE_CLAIM(EnumSet.of(CLAIMED), PUBLISHED, WishPermission.APPROVE),
  RELEASE(EnumSet.of(CLAIMED, APPROVED, CONTACTED), PUBLISHED, WishPermission.APPROVE),
  CONTACT(EnumSet.of(APPROVED), CONTACTED, WishPermission.APPROVE),
  FULFIL(EnumSet.of(CONTACTED), FULFILLED, WishPermission.APPROVE),
  CONFIRM(EnumSet.of(FULFILLED), CONFIRMED, WishPermission.CONFIRM),
  DENY(EnumSet.of(FULFILLED), CONTACTED, WishPermission.CONFIRM),
  RATE(EnumSet.of(CONFIRMED), CLOSED, WishPermission.CONFIRM),
  WITHDRAW(
      EnumSet.of(COLLECTED, VERIFIED, PUBLISHED, CLAIMED, APPROVED, CONTACTED),
      WITHDRAWN,
      WishPermission.COLLECT),
  CORRECT(EnumSet.of(CONFIRMED, CLOSED), FULFILLED, WishPermission.CORRECT);

  private static final Set<WishStep> OF_WISHER = EnumSet.of(CONFIRM, DENY, RATE, WITHDRAW);
  private static final Set<WishStep> OF_CLAIMER = EnumSet.of(RELEASE, CONTACT, FULFIL);

  private final Set<WishState> from;
  private final WishState to;
  private final WishPermission permission;

  WishStep(Set<WishState> from, WishState to, WishPermission permission) {
    this.from = from;
    this.to = to;
    this.permission = permission;
  }

  Set<WishState> from() {
    return from;
  }

  WishState to() {
    return to;
  }

  /** The permission by which a post takes it, for a wish within its reach. */
  WishPermission permission() {
    return permission;
  }

  /** Whether the wisher takes it, for her own wish. */
  boolean isOfWisher() {
    return OF_WISHER.contains(this);
  }

  /** Whether the claimer takes it, for the wish she has claimed. */
  boolean isOfClaimer() {
    return OF_CLAIMER.contains(this);
  }

  /** As pages know it: {@code decline-claim}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
