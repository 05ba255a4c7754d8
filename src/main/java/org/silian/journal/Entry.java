package org.silian.journal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.vault.FieldCipher;

/** One line of the journal, as it is stored and authenticated. */
record Entry(
    UUID id,
    UUID command,
    String fact,
    Subject subject,
    UUID organisation,
    Instant occurredAt,
    Instant recordedAt,
    Actor actor,
    String body,
    List<Counting> countings,
    @Nullable UUID reverses,
    byte @Nullable [] wordsHash) {

  /** Of the authentication codes. */
  static final String PURPOSE = "journal";

  /** A measure with the day on which it counts. */
  record Counting(String figure, LocalDate day, long amount) {

    Counting negated() {
      return new Counting(figure, day, -amount);
    }

    private String text() {
      return figure + "@" + day + "=" + amount;
    }

    private static Counting parse(String text) {
      var at = text.indexOf('@');
      var is = text.indexOf('=', at);
      return new Counting(
          text.substring(0, at),
          LocalDate.parse(text.substring(at + 1, is)),
          Long.parseLong(text.substring(is + 1)));
    }
  }

  Entry {
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
  }

  String measures() {
    return countings.stream().map(Counting::text).collect(Collectors.joining(" "));
  }

  static List<Counting> countings(String measures) {
    return measures.isEmpty()
        ? List.of()
        : Stream.of(measures.split(" ", -1)).map(Counting::parse).toList();
  }

  /** The text under the authentication code: every stored column, in a fixed order. */
  String sealedText() {
    return text(
        id,
        command,
        fact,
        subject.type(),
        subject.id(),
        organisation,
        occurredAt,
        recordedAt,
        actor.person(),
        actor.appointment(),
        actor.role(),
        body,
        measures(),
        reverses,
        wordsHash == null ? null : HexFormat.of().formatHex(wordsHash));
  }

  /**
   * An entry as its row has it, whatever somebody has made of the row.
   *
   * @param text under the authentication code
   * @param mac the code that stands in the row
   */
  record Stored(UUID id, String text, byte[] mac) {

    static Stored of(ResultSet row) throws SQLException {
      var hash = row.getBytes("words_hash");
      return new Stored(
          row.getObject("id", UUID.class),
          Entry.text(
              row.getObject("id"),
              row.getObject("command"),
              row.getString("fact"),
              row.getString("subject_type"),
              row.getObject("subject_id"),
              row.getObject("organisation_id"),
              row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
              row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
              row.getObject("person_id"),
              row.getObject("appointment_id"),
              row.getString("role"),
              row.getString("body"),
              row.getString("measures"),
              row.getObject("reverses"),
              hash == null ? null : HexFormat.of().formatHex(hash)),
          row.getBytes("mac"));
    }

    boolean isAuthentic(FieldCipher cipher) {
      return MessageDigest.isEqual(cipher.authenticate(PURPOSE, text), mac);
    }

    /** Its hash in a seal. */
    byte[] leaf() {
      return Merkle.leaf(text + "\n" + HexFormat.of().formatHex(mac));
    }
  }

  private static String text(@Nullable Object... values) {
    return Stream.of(values)
        .map(value -> value == null ? "" : value.toString())
        .collect(Collectors.joining("\n"));
  }
}
