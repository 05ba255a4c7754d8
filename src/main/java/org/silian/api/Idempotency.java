package org.silian.api;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a creating command once however often it is sent. The key is written in the transaction of
 * the command, so that an acknowledged command is there and a lost one can be sent again.
 */
@Component
public class Idempotency {

  /** How long a key is remembered. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final int LONGEST = 80;

  private final JdbcClient jdbc;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The id of what the command created, now or when the key was first sent.
   *
   * @param owner whose key it is; two persons never meet in one
   * @param key from the {@code Idempotency-Key} header
   * @param request what was asked, with a {@code toString} that tells all of it, as records have
   * @throws Refusal {@code idempotency-key} for a bad key, {@code idempotency-key-reused} where it
   *     was sent with another request
   */
  @Transactional
  public UUID once(UUID owner, String key, Object request, Supplier<UUID> command) {
    var hash = hash(request.toString());
    if (!isFirst(owner, key, hash, null)) {
      return earlier(owner, key, hash);
    }
    var result = command.get();
    jdbc.sql("update api_idempotency set result = ? where owner = ? and key = ?")
        .params(result, owner, key)
        .update();
    return result;
  }

  /**
   * As {@link #once}, for a command that creates something under the id it is given, and so needs
   * no second write.
   *
   * @param command does it, and answers
   * @param again answers for what was created when the key was first sent
   */
  @Transactional
  public <T> T create(
      UUID owner, String key, Object request, Function<UUID, T> command, Function<UUID, T> again) {
    var hash = hash(request.toString());
    var id = UuidCreator.getTimeOrderedEpoch();
    return isFirst(owner, key, hash, id)
        ? command.apply(id)
        : again.apply(earlier(owner, key, hash));
  }

  /** Forgets keys older than {@link #KEPT}. */
  public int forget() {
    return jdbc.sql("delete from api_idempotency where created_at < ?")
        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets the keys of one person. */
  public void forget(UUID owner) {
    jdbc.sql("delete from api_idempotency where owner = ?").param(owner).update();
  }

  private boolean isFirst(UUID owner, String key, byte[] hash, @Nullable UUID result) {
    if (key.isBlank() || key.length() > LONGEST) {
      throw Refusal.invalid("idempotency-key", "Idempotency-Key");
    }
    return jdbc.sql(
                """
                insert into api_idempotency (owner, key, request, result, created_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
            .param(owner)
            .param(key)
            .param(hash)
            .param(result)
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private record Earlier(byte[] request, @Nullable UUID result) {}

  private UUID earlier(UUID owner, String key, byte[] hash) {
    var earlier =
        jdbc.sql("select request, result from api_idempotency where owner = ? and key = ?")
            .params(owner, key)
            .query((row, n) -> new Earlier(row.getBytes(1), row.getObject(2, UUID.class)))
            .single();
    if (!MessageDigest.isEqual(earlier.request(), hash) || earlier.result() == null) {
      throw Refusal.conflict("idempotency-key-reused");
    }
    return earlier.result();
  }

  private static byte[] hash(String request) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
