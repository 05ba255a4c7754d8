package org.silian.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Time-based one-time passwords (RFC 6238) as every authenticator app makes them. */
record Totp(byte[] secret) {

  private static final int SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final int SECRET = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Totp fresh() {
    var secret = new byte[SECRET];
    RANDOM.nextBytes(secret);
    return new Totp(secret);
  }

  /** From its text, as people type it. */
  static Totp of(String text) {
    return new Totp(Base32.decode(text));
  }

  String text() {
    return Base32.toBase32String(secret);
  }

  static long step(Instant now) {
    return now.getEpochSecond() / SECONDS;
  }

  /** The code of a step. */
  String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
      int offset = hash.get(hash.capacity() - 1) & 0xf;
      return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA1", e);
    }
  }

  /** The step of which this is the code: the present one, the one before or the one after. */
  OptionalLong match(String code, Instant now) {
    long step = step(now);
    return LongStream.rangeClosed(step - 1, step + 1)
        .filter(s -> MessageDigest.isEqual(bytes(code(s)), bytes(code)))
        .findFirst();
  }

  private static byte[] bytes(String code) {
    return code.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Totp";
  }
}
