package org.silian.access;

/** By what a person proved who she is. */
enum SignInWay {
  PASSWORD,
  CODE,
  PASSKEY,
  TOTP,
  RECOVERY_CODE,
  INVITATION,
  REGISTRATION,
  /** A link that the operator printed. */
  LINK;

  /** Whether it is two factors at once: a passkey is held, and opened by its holder. */
  boolean isTwoFactors() {
    return this == PASSKEY;
  }
}
