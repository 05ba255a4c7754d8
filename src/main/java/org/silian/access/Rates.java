package org.silian.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in fixed windows, in the database, so that all nodes count together. Phones and
 * addresses are kept as keyed hashes alone.
 */
@Component
class Rates {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final FieldCipher cipher;
  private final int factor;

  Rates(JdbcClient jdbc, Clock clock, FieldCipher cipher, AccessProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cipher = cipher;
    this.factor = properties.access().rateFactor();
  }

  /**
   * Counts one attempt, and keeps it counted whatever becomes of the attempt: it is refused inside
   * a transaction, which could take it back.
   *
   * @throws Refusal {@code too-many} with the time until the window ends
   */
  @Transactional(propagation = Propagation.NEVER)
  public void spend(RateLimit limit, String subject) {
    var now = clock.instant();
    long window = limit.window().toSeconds();
    var start = Instant.ofEpochSecond(now.getEpochSecond() / window * window);
    var end = start.plusSeconds(window);
    int count =
        jdbc.sql(
                """
                insert into access_rate as r (bucket, window_start, count, expires_at)
                values (?, ?, 1, ?)
                on conflict (bucket, window_start) do update set count = r.count + 1
                returning count""")
            .params(
                cipher.authenticate("access-rate", limit.name() + ":" + subject),
                start.atOffset(ZoneOffset.UTC),
                end.atOffset(ZoneOffset.UTC))
            .query((row, n) -> row.getInt(1))
            .single();
    if (count > limit.times() * factor) {
      throw Refusal.tooMany("too-many", Duration.between(now, end));
    }
  }
}
