package org.silian.access;

import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id at the cost OWASP names: 19 MiB, two passes, one lane. Few are
 * hashed at a time, or a flood of sign-ins would take all memory.
 */
@Component
class Passwords {

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PasswordEncoder encoder =
      new Argon2PasswordEncoder(16, 32, LANES, MEMORY_KIB, PASSES);
  private final Semaphore atOnce =
      new Semaphore(2 * Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final String nobodys = encode(Token.fresh().text());

  /** The hash to keep; the rules are asked before. */
  String hash(String password) {
    return limited(() -> encode(normal(password)));
  }

  /** Whether the password is the one of this hash. No hash takes as long and is never right. */
  boolean matches(String password, @Nullable String hash) {
    return limited(
        () -> encoder.matches(normal(password), hash == null ? nobodys : hash) && hash != null);
  }

  private String encode(String password) {
    var hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("A password has a hash");
    }
    return hash;
  }

  /** The same characters, however the keyboard composed them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T limited(Supplier<T> work) {
    try {
      if (!atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.tooMany("too-many", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.tooMany("too-many", PATIENCE);
    }
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
