package org.silian.file;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.silian.privacy.RetentionRule;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way: each arrives piece by piece, and after a break goes on where it stopped. */
@Component
class Uploads implements RetentionRule {

  private final JdbcClient jdbc;
  private final IncomingFolder incoming;
  private final FieldCipher cipher;
  private final FileProperties properties;
  private final Clock clock;

  Uploads(
      JdbcClient jdbc,
      IncomingFolder incoming,
      FieldCipher cipher,
      FileProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.incoming = incoming;
    this.cipher = cipher;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param received how much of it has arrived
   */
  record Upload(UUID id, String name, long length, long received, Instant expiresAt) {

    boolean isComplete() {
      return received == length;
    }
  }

  /** All of it. */
  record Complete(UUID id, String name, Path content) {}

  /**
   * Begins an upload of the given length.
   *
   * @throws Refusal {@code file.too-large}, {@code file.empty}, {@code file.uploads}
   */
  @Transactional
  UUID begin(UUID owner, String name, long length) {
    if (length < 1) {
      throw Refusal.invalid("file.empty", "file");
    }
    var most = properties.limit().largest();
    if (length > most) {
      throw Refusal.tooLarge("file.too-large")
          .with("type", "PDF")
          .with("most", most / (1024 * 1024));
    }
    refuseIfTooMany(owner, length);
    var id = UuidCreator.getTimeOrderedEpoch();
    var now = clock.instant();
    jdbc.sql(
            """
            insert into file_upload
              (id, owner_id, name, length, received, started_at, expires_at)
            values (?, ?, ?, ?, 0, ?, ?)""")
        .params(
            id,
            owner,
            cipher.encrypt(FileName.FIELD, FileName.tidy(name)),
            length,
            at(now),
            at(now.plus(properties.kept())))
        .update();
    incoming.begin(id);
    return id;
  }

  private void refuseIfTooMany(UUID owner, long length) {
    // One after the other, or many at once would each find room.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .param(owner.toString())
        .query((row, n) -> 1)
        .single();
    jdbc.sql(
            "select count(*), coalesce(sum(length), 0) from file_upload"
                + " where owner_id = ? and expires_at > ?")
        .params(owner, at(clock.instant()))
        .query(
            row -> {
              if (row.getInt(1) >= properties.limit().uploads()
                  || row.getLong(2) + length > properties.limit().person().toBytes()) {
                throw Refusal.tooMany("file.uploads");
              }
            });
  }

  /**
   * @throws Refusal {@code not-found}, {@code file.upload-lost} where this node does not have what
   *     has arrived
   */
  Upload find(UUID id, UUID owner) {
    var upload = row(id, owner).orElseThrow(() -> Refusal.notFound("not-found"));
    if (!incoming.has(id, upload.received())) {
      throw Refusal.gone("file.upload-lost");
    }
    return upload;
  }

  /**
   * Takes a piece, or as much of it as came before the line broke, and returns how much there is.
   *
   * @throws Refusal {@code file.upload-offset} where it does not follow on what there is
   */
  long append(UUID id, UUID owner, long offset, InputStream piece) {
    var upload = find(id, owner);
    refuseUnlessNext(upload.received() == offset);
    var arrived = incoming.append(id, offset, upload.length() - offset, piece);
    long received = offset + arrived.bytes();
    // Of two who write the same piece one is too late; both wrote the same bytes.
    refuseUnlessNext(
        jdbc.sql(
                    """
                    update file_upload set received = ?, expires_at = ?
                    where id = ? and received = ?""")
                .params(received, at(clock.instant().plus(properties.kept())), id, offset)
                .update()
            == 1);
    return received;
  }

  private static void refuseUnlessNext(boolean next) {
    if (!next) {
      throw Refusal.conflict("file.upload-offset");
    }
  }

  /**
   * @throws Refusal {@code not-found}, {@code file.upload-unfinished}
   */
  Complete complete(UUID id, UUID owner) {
    var upload = find(id, owner);
    if (!upload.isComplete()) {
      throw Refusal.conflict("file.upload-unfinished");
    }
    return new Complete(id, upload.name(), incoming.path(id));
  }

  /** Forgets an upload, whether it arrived or not. */
  void forget(UUID id) {
    jdbc.sql("delete from file_upload where id = ?").param(id).update();
  }

  /** As {@link #forget}, by its owner; what has arrived goes too. */
  void abandon(UUID id, UUID owner) {
    if (row(id, owner).isPresent()) {
      forget(id);
      incoming.delete(id);
    }
  }

  /** Gives up all that a person has on its way. */
  void abandonAll(UUID owner) {
    jdbc.sql("delete from file_upload where owner_id = ? returning id")
        .param(owner)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list()
        .forEach(incoming::delete);
  }

  @Override
  public String id() {
    return "file.upload";
  }

  @Override
  public Instant before(Instant now) {
    return now.minus(properties.kept());
  }

  /** Forgets what has not gone on since then. */
  @Override
  public long forget(Instant before) {
    var over =
        jdbc.sql("delete from file_upload where expires_at < ? returning id")
            .param(at(before.plus(properties.kept())))
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    over.forEach(incoming::delete);
    return over.size();
  }

  /** Deletes what arrived for uploads that are no more, or was being made when a program died. */
  void sweep() {
    for (var file : incoming.untouchedSince(before(clock.instant()))) {
      var id = UUID.fromString(file.getFileName().toString());
      if (jdbc.sql("select 1 from file_upload where id = ?")
          .param(id)
          .query((row, n) -> 1)
          .list()
          .isEmpty()) {
        incoming.delete(id);
      }
    }
  }

  private Optional<Upload> row(UUID id, UUID owner) {
    return jdbc.sql(
            """
            select id, name, length, received, expires_at from file_upload
            where id = ? and owner_id = ? and expires_at > ?""")
        .params(id, owner, at(clock.instant()))
        .query(this::upload)
        .optional();
  }

  private Upload upload(ResultSet row, int n) throws SQLException {
    return new Upload(
        row.getObject(1, UUID.class),
        cipher.decrypt(FileName.FIELD, row.getBytes(2)),
        row.getLong(3),
        row.getLong(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
