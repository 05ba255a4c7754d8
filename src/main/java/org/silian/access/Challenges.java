package org.silian.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What passkeys are asked to sign: random, good for five minutes and one answer, on any node. */
@Component
class Challenges {

  static final Duration LIFE = Duration.ofMinutes(5);
  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** For one person's new passkey, or for whoever signs in. */
  byte[] issue(@Nullable UUID person) {
    var challenge = new byte[LENGTH];
    RANDOM.nextBytes(challenge);
    jdbc.sql(
            """
            insert into access_challenge (challenge_hash, person_id, expires_at)
            values (:hash, :person, :expires)""")
        .param("hash", hash(challenge))
        .param("person", person, Types.OTHER)
        .param("expires", now().plus(LIFE))
        .update();
    return challenge;
  }

  /** Whether it was issued for this and not used before; it is used then. */
  boolean use(byte[] challenge, @Nullable UUID person) {
    return jdbc.sql(
                """
                delete from access_challenge where challenge_hash = :hash
                  and person_id is not distinct from :person::uuid and expires_at > :now""")
            .param("hash", hash(challenge))
            .param("person", person, Types.OTHER)
            .param("now", now())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static byte[] hash(byte[] challenge) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(challenge);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
