package org.silian.access;

/** What a one-time code is good for, and for nothing else. */
enum CodePurpose {
  SIGN_IN,
  REGISTER,
  RESET
}
