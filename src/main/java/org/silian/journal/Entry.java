package org.silian.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return Stream.of(
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
            wordsHash == null ? null : HexFormat.of().formatHex(wordsHash))
        .map(value -> value == null ? "" : value.toString())
        .collect(Collectors.joining("\n"));
  }
}
