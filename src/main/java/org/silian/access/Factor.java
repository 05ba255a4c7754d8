package org.silian.access;

/** What a person has beside what she knows. */
public enum Factor {
  TOTP,
  PASSKEY,
  RECOVERY_CODES
}
