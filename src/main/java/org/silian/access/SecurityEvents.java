package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.organisation.PhoneNumber;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The security record, for the audit administrator: who came in or failed to, and what changed in
 * accounts, factors, posts and settings. It has no telephone numbers and no addresses; attempts on
 * a number that nobody has are told apart by the beginning of a keyed hash. Nothing changes a line;
 * the sweep deletes those older than a year.
 */
@Component
class SecurityEvents {

  static final Duration KEPT = Duration.ofDays(366);
  private static final int BUCKET = 4;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final FieldCipher cipher;

  SecurityEvents(JdbcClient jdbc, Clock clock, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.cipher = cipher;
  }

  /** What a line tells of. */
  enum Kind {
    SIGN_IN,
    SECOND_FACTOR,
    PROOF,
    PASSWORD_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    FACTORS_RESET,
    UNLOCKED,
    LET_BACK_IN,
    INVITED,
    APPOINTED,
    TERM_SET,
    APPOINTMENT_ENDED,
    SETTING_CHANGED
  }

  /** How it ended. */
  enum Outcome {
    DONE,
    WRONG,
    LOCKED,
    DORMANT,
    /** An administrator's post used from an address that is not allowed. */
    ADDRESS,
    /** A passkey's counter went back: there may be a copy of it. */
    COUNTER,
    /** A later session of the same administrator took its place. */
    SUPERSEDED
  }

  /**
   * One line.
   *
   * @param person whom it concerns, where that is known
   * @param actor who did it, where it was another
   * @param bucket by which attempts on an unknown number are told apart
   */
  record Line(
      UUID id,
      Instant at,
      Kind kind,
      Outcome outcome,
      @Nullable SignInWay way,
      @Nullable String detail,
      @Nullable String person,
      @Nullable String actor,
      @Nullable String bucket) {

    private static Line from(ResultSet row, int n) throws SQLException {
      var way = row.getString("way");
      var bucket = row.getBytes("bucket");
      return new Line(
          row.getObject("id", UUID.class),
          row.getObject("at", OffsetDateTime.class).toInstant(),
          Kind.valueOf(row.getString("kind")),
          Outcome.valueOf(row.getString("outcome")),
          way == null ? null : SignInWay.valueOf(way),
          row.getString("detail"),
          row.getString("person"),
          row.getString("actor"),
          bucket == null ? null : HexFormat.of().formatHex(bucket));
    }
  }

  /** Which lines. */
  record Wanted(@Nullable Kind kind, @Nullable Outcome outcome, @Nullable Boolean failed) {}

  /** An attempt of a known person. */
  void note(Kind kind, Outcome outcome, @Nullable SignInWay way, UUID person) {
    write(kind, outcome, way, null, person, null, null);
  }

  /** An attempt on a phone that may be nobody's. */
  void noteAttempt(Outcome outcome, SignInWay way, @Nullable UUID person, PhoneNumber phone) {
    write(Kind.SIGN_IN, outcome, way, null, person, null, person == null ? bucket(phone) : null);
  }

  /** A passkey that nobody here has, or that proved nothing. */
  void noteUnknown(Outcome outcome, SignInWay way) {
    write(Kind.SIGN_IN, outcome, way, null, null, null, null);
  }

  /** A change that somebody made. */
  void noteChange(Kind kind, @Nullable String detail, @Nullable UUID person, @Nullable UUID actor) {
    write(kind, Outcome.DONE, null, detail, person, actor, null);
  }

  /** The latest first. */
  Page<Line> list(Wanted wanted, @Nullable Cursor after, int size) {
    var where =
        (wanted.kind() == null ? "" : " and e.kind = :kind")
            + (wanted.outcome() == null ? "" : " and e.outcome = :outcome")
            + (Boolean.TRUE.equals(wanted.failed()) ? " and e.outcome <> 'DONE'" : "")
            + (after == null ? "" : " and (e.at, e.id) < (:at, :id)");
    var statement =
        jdbc.sql(
                """
                select e.id, e.at, e.kind, e.outcome, e.way, e.detail, e.bucket,
                  p.name as person, a.name as actor
                from access_event e
                left join organisation_person p on p.id = e.person_id
                left join organisation_person a on a.id = e.actor_id
                where true%s order by e.at desc, e.id desc limit :limit"""
                    .formatted(where))
            .param("kind", wanted.kind() == null ? null : wanted.kind().name(), Types.VARCHAR)
            .param(
                "outcome", wanted.outcome() == null ? null : wanted.outcome().name(), Types.VARCHAR)
            .param("limit", size + 1);
    if (after != null) {
      statement =
          statement.param("at", after.instant().atOffset(ZoneOffset.UTC)).param("id", after.id());
    }
    return Page.of(
        statement.query(Line::from).list(),
        size,
        line -> new Cursor(line.at().toString(), line.id()));
  }

  private void write(
      Kind kind,
      Outcome outcome,
      @Nullable SignInWay way,
      @Nullable String detail,
      @Nullable UUID person,
      @Nullable UUID actor,
      byte @Nullable [] bucket) {
    jdbc.sql(
            """
            insert into access_event
              (id, at, kind, outcome, way, detail, person_id, actor_id, bucket)
            values (:id, :at, :kind, :outcome, :way, :detail, :person, :actor, :bucket)""")
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("kind", kind.name())
        .param("outcome", outcome.name())
        .param("way", way == null ? null : way.name(), Types.VARCHAR)
        .param("detail", detail, Types.VARCHAR)
        .param("person", person, Types.OTHER)
        .param("actor", actor, Types.OTHER)
        .param("bucket", bucket, Types.BINARY)
        .update();
  }

  private byte[] bucket(PhoneNumber phone) {
    return Arrays.copyOf(cipher.blindIndex("access-event", phone.digits()), BUCKET);
  }
}
