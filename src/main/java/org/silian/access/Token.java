package org.silian.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * A secret of 256 bits that proves a session, an invitation or the right to set up. The database
 * keeps its hash alone; its text is never written to a log.
 */
record Token(String text) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Token fresh() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  static Token of(byte[] bytes) {
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a text has the form of a token at all. */
  static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  /** The token that came in an address; refused as not found where it cannot be one. */
  static Token parse(String text, String refusal) {
    if (!isWellFormed(text)) {
      throw Refusal.notFound(refusal);
    }
    return new Token(text);
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Token";
  }
}
