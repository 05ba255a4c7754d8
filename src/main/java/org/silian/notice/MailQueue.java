package org.silian.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to go out by mail: rows written with the notices, taken by a job after the commit. */
@Component
@Transactional
class MailQueue {

  /** What did not go within a day is no news any more; the inbox has it. */
  static final Duration TRIED_FOR = Duration.ofHours(24);

  /** Before the second try, the third, and each after. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1));

  private final JdbcClient jdbc;
  private final NoticeKinds kinds;
  private final Clock clock;

  MailQueue(JdbcClient jdbc, NoticeKinds kinds, Clock clock) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * Notices of one person that go out as one.
   *
   * @param id the same at every try, so that what arrives twice can be told to be one
   */
  record Letter(UUID id, UUID person) {}

  private record Reader(UUID person, QuietHours quiet) {}

  private record Due(UUID person, @Nullable UUID letter, int tries) {}

  /**
   * Those of the persons who want this kind by mail get a row, due when their night is over.
   *
   * @param notices by person
   */
  void add(Map<UUID, UUID> notices, String code) {
    var kind = kinds.of(code);
    for (var reader : readers(notices.keySet(), kind)) {
      var due = reader.quiet().after(clock.instant());
      jdbc.sql(
              "insert into notice_mail (notice_id, person_id, kind, due_at, until)"
                  + " values (?, ?, ?, ?, ?)")
          .params(
              Objects.requireNonNull(notices.get(reader.person())),
              reader.person(),
              kind,
              at(due),
              at(due.plus(TRIED_FOR)))
          .update();
    }
  }

  private List<Reader> readers(Collection<UUID> persons, String kind) {
    return jdbc.sql(
            """
            select person_id, quiet_from, quiet_to from notice_email e
            where person_id in (:persons) and confirmed_at is not null and not exists (
              select from notice_silence s where s.person_id = e.person_id and s.kind = :kind)""")
        .param("persons", persons)
        .param("kind", kind)
        .query(
            (row, n) ->
                new Reader(
                    row.getObject("person_id", UUID.class),
                    new QuietHours(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class))))
        .list();
  }

  /** Takes the letter that has waited longest; it comes up again later unless it is told sent. */
  Optional<Letter> next() {
    if (!isAlone()) {
      return Optional.empty();
    }
    var now = clock.instant();
    jdbc.sql("delete from notice_mail where until < ?").param(at(now)).update();
    return due(now).map(due -> due.letter() == null ? begin(due, now) : again(due, now));
  }

  /** Several nodes take turns; the lock falls with the transaction. */
  private boolean isAlone() {
    return jdbc.sql(
            "select pg_try_advisory_xact_lock(hashtextextended('notice_mail ' || current_schema, 0))")
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private Optional<Due> due(Instant now) {
    return jdbc.sql(
            """
            select person_id, letter, tries from notice_mail
            where due_at <= ? order by due_at, notice_id limit 1""")
        .param(at(now))
        .query(
            (row, n) ->
                new Due(
                    row.getObject("person_id", UUID.class),
                    row.getObject("letter", UUID.class),
                    row.getInt("tries")))
        .optional();
  }

  private Letter begin(Due due, Instant now) {
    var letter = new Letter(UuidCreator.getTimeOrderedEpoch(), due.person());
    jdbc.sql(
            """
            update notice_mail set letter = ?, due_at = ?, tries = 1
            where person_id = ? and letter is null and due_at <= ?""")
        .params(letter.id(), at(now.plus(PAUSES.getFirst())), due.person(), at(now))
        .update();
    return letter;
  }

  private Letter again(Due due, Instant now) {
    var letter = new Letter(Objects.requireNonNull(due.letter()), due.person());
    var pause = PAUSES.get(Math.min(due.tries(), PAUSES.size() - 1));
    jdbc.sql("update notice_mail set due_at = ?, tries = tries + 1 where letter = ?")
        .params(at(now.plus(pause)), letter.id())
        .update();
    return letter;
  }

  /** It went, or it never can. */
  void done(Letter letter) {
    jdbc.sql("delete from notice_mail where letter = ?").param(letter.id()).update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
