package org.silian.journal;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The journal's inserts. Written by hand in JDBC because they are part of every command: one batch
 * for the entries, one row for the queue.
 */
@Component
class JournalWriter {

  private static final String INSERT_ENTRY =
      """
      insert into journal_entry (id, command, fact, subject_type, subject_id, organisation_id,
          occurred_at, recorded_at, person_id, appointment_id, role, body, measures, reverses,
          words_hash, mac)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcTemplate jdbc;
  private final FieldCipher cipher;

  JournalWriter(JdbcTemplate jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Words that can be erased while their hash stays. */
  record Words(UUID entry, byte[] salt, String words, byte[] hash) {}

  /** An entry that nothing has taken back. */
  record Standing(UUID id, String measures) {

    List<Entry.Counting> takenBack() {
      return Entry.countings(measures).stream().map(Entry.Counting::negated).toList();
    }
  }

  /** The latest entry of a fact about a record that still stands. */
  Optional<Standing> standing(Subject subject, String fact) {
    return jdbc
        .query(
            """
            select e.id, e.measures from journal_entry e
            where e.subject_type = ? and e.subject_id = ? and e.fact = ?
              and not exists (select from journal_entry r where r.reverses = e.id)
            order by e.occurred_at desc, e.id desc limit 1""",
            (row, n) -> new Standing(row.getObject(1, UUID.class), row.getString(2)),
            subject.type(),
            subject.id(),
            fact)
        .stream()
        .findFirst();
  }

  void write(UUID command, List<Entry> entries, List<Words> words) {
    jdbc.batchUpdate(INSERT_ENTRY, entries, entries.size(), this::bind);
    if (!words.isEmpty()) {
      jdbc.batchUpdate(
          "insert into journal_words (entry_id, salt, words) values (?, ?, ?)",
          words,
          words.size(),
          (statement, w) -> {
            statement.setObject(1, w.entry());
            statement.setBytes(2, w.salt());
            statement.setString(3, w.words());
          });
    }
    enqueue(command, entries);
  }

  private void bind(PreparedStatement s, Entry e) throws SQLException {
    var actor = e.actor();
    s.setObject(1, e.id());
    s.setObject(2, e.command());
    s.setString(3, e.fact());
    s.setString(4, e.subject().type());
    s.setObject(5, e.subject().id());
    s.setObject(6, e.organisation());
    s.setObject(7, e.occurredAt().atOffset(ZoneOffset.UTC));
    s.setObject(8, e.recordedAt().atOffset(ZoneOffset.UTC));
    s.setObject(9, actor.person(), Types.OTHER);
    s.setObject(10, actor.appointment(), Types.OTHER);
    s.setString(11, actor.role() == null ? null : actor.role().name());
    s.setString(12, e.body());
    s.setString(13, e.measures());
    s.setObject(14, e.reverses(), Types.OTHER);
    s.setBytes(15, e.wordsHash());
    s.setBytes(16, cipher.authenticate(Entry.PURPOSE, e.sealedText()));
  }

  private void enqueue(UUID command, List<Entry> entries) {
    var sealing = entries.stream().map(Entry::id).toArray(UUID[]::new);
    int size = entries.stream().mapToInt(e -> e.countings().size()).sum();
    var ids = new UUID[size];
    var figures = new String[size];
    var organisations = new UUID[size];
    var days = new Date[size];
    var amounts = new Long[size];
    int i = 0;
    for (var entry : entries) {
      for (var counting : entry.countings()) {
        ids[i] = entry.id();
        figures[i] = counting.figure();
        organisations[i] = entry.organisation();
        days[i] = Date.valueOf(counting.day());
        amounts[i++] = counting.amount();
      }
    }
    jdbc.update(
        "insert into journal_queue (id, sealing, entries, figures, organisations, days, amounts)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        s -> {
          var connection = s.getConnection();
          s.setObject(1, command);
          s.setArray(2, connection.createArrayOf("uuid", sealing));
          s.setArray(3, connection.createArrayOf("uuid", ids));
          s.setArray(4, connection.createArrayOf("text", figures));
          s.setArray(5, connection.createArrayOf("uuid", organisations));
          s.setArray(6, connection.createArrayOf("date", days));
          s.setArray(7, connection.createArrayOf("bigint", amounts));
        });
  }
}
