package org.silian.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.file.Files.Attachment;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of files. */
@Component
class FileRows {

  private static final String SELECT =
      """
      select id, subject_type, subject_id, organisation_id, name, type, size, attached_by,
        attached_at, scan, hash
      from file""";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Clock clock;

  FileRows(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.clock = clock;
  }

  record Row(Attachment file, String hash) {

    ReceivedFile received() {
      return new ReceivedFile(file.id(), file.name(), file.type(), file.size(), hash, file.scan());
    }
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(this::row).optional();
  }

  List<Attachment> of(Subject subject) {
    return jdbc.sql(
            SELECT
                + " where subject_type = ? and subject_id = ? order by attached_at, id limit 500")
        .params(subject.type(), subject.id())
        .query((row, n) -> row(row, n).file())
        .list();
  }

  /** Those that the scanner has not seen yet, the oldest first. */
  List<Row> unscanned() {
    return jdbc.sql(SELECT + " where scan = 'WAITING' order by attached_at, id limit 200")
        .query(this::row)
        .list();
  }

  void add(
      ReceivedFile file, Subject subject, UUID organisation, @Nullable UUID person, Instant at) {
    jdbc.sql(
            """
            insert into file (id, subject_type, subject_id, organisation_id, hash, type, size,
              name, attached_by, attached_at, scan)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(file.id())
        .param(subject.type())
        .param(subject.id())
        .param(organisation)
        .param(file.hash())
        .param(file.type().name())
        .param(file.size())
        .param(cipher.encrypt(FileName.FIELD, file.name()))
        .param(person)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(file.scan().name())
        .update();
  }

  /** The content goes when nothing else in the district has the same; the sweep looks soon. */
  void delete(Row row) {
    jdbc.sql("delete from file where id = ?").param(row.file().id()).update();
    discard(row.hash());
  }

  void discard(String hash) {
    jdbc.sql("insert into file_discard (hash, at) values (?, ?) on conflict do nothing")
        .params(hash, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void scanned(UUID id, ScanState scan) {
    jdbc.sql("update file set scan = ? where id = ?").params(scan.name(), id).update();
  }

  /**
   * @throws Refusal {@code file.record-full}
   */
  void refuseIfFull(Subject subject, long more, FileProperties.Limits limits) {
    jdbc.sql(
            """
            select count(*), coalesce(sum(size), 0) from file
            where subject_type = ? and subject_id = ?""")
        .params(subject.type(), subject.id())
        .query(
            row -> {
              if (row.getInt(1) >= limits.files()
                  || row.getLong(2) + more > limits.record().toBytes()) {
                throw Refusal.ruleBroken("file.record-full")
                    .with("files", limits.files())
                    .with("most", limits.record().toMegabytes());
              }
            });
  }

  /** One after the other, until the transaction ends. */
  void lock(String what) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(what)
        .query((row, n) -> 1)
        .single();
  }

  /** Those of the hashes that a file still has; what is infected has lost its content. */
  Set<String> used(List<String> hashes) {
    return hashes.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    "select distinct hash from file where hash in (:hashes) and scan <> 'INFECTED'")
                .param("hashes", hashes)
                .query((row, n) -> row.getString(1))
                .list());
  }

  /** All hashes in use that begin with these digits. */
  Set<String> usedBeginningWith(String digits) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct hash from file
                where hash >= ? and hash < ? and scan <> 'INFECTED'""")
            .params(digits, digits + "g")
            .query((row, n) -> row.getString(1))
            .list());
  }

  List<String> discarded() {
    return jdbc.sql("select hash from file_discard order by at, hash limit 1000")
        .query((row, n) -> row.getString(1))
        .list();
  }

  void discarded(String hash) {
    jdbc.sql("delete from file_discard where hash = ?").param(hash).update();
  }

  private Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new Attachment(
            row.getObject("id", UUID.class),
            new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
            row.getObject("organisation_id", UUID.class),
            cipher.decrypt(FileName.FIELD, row.getBytes("name")),
            FileType.valueOf(row.getString("type")),
            row.getLong("size"),
            row.getObject("attached_by", UUID.class),
            row.getObject("attached_at", OffsetDateTime.class).toInstant(),
            ScanState.valueOf(row.getString("scan"))),
        row.getString("hash"));
  }
}
