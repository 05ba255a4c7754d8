package org.silian.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has proved in a session, and what she could.
 *
 * @param provedAt when she last proved who she is
 * @param secondAt when she gave a second factor; absent where she has not
 * @param hasTotp whether she has an authenticator app
 * @param hasPasskey whether she has a passkey
 * @param passwordAt since when she has her password; absent without one
 */
record Proofs(
    Instant provedAt,
    @Nullable Instant secondAt,
    boolean hasTotp,
    boolean hasPasskey,
    @Nullable Instant passwordAt) {

  boolean areFresh(Instant now) {
    return Duration.between(provedAt, now).compareTo(SecuritySettings.FRESH) < 0;
  }

  /**
   * What is still owed.
   *
   * @param needed whether the posts demand a second factor
   * @param life of the password; absent where none expires
   */
  @Nullable Owed owed(boolean needed, @Nullable Duration life, Instant now) {
    if (secondAt == null && (hasTotp || (needed && hasPasskey))) {
      return Owed.SECOND_FACTOR;
    }
    if (secondAt == null && needed) {
      return Owed.ENROLMENT;
    }
    boolean old = life != null && passwordAt != null && !passwordAt.plus(life).isAfter(now);
    return old ? Owed.PASSWORD : null;
  }
}
