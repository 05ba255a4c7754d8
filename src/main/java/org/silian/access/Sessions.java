package org.silian.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The sessions, kept in the database so that any node serves any request. */
@Component
class Sessions {

  private static final Duration TOUCH_AFTER = Duration.ofMinutes(1);

  /** In the database, because its plan is kept there: see the migration that made it. */
  private static final String FIND = "select * from access_session_of(?, ?)";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;
  private final AccessProperties.SessionLimits limits;
  private final SecuritySettings settings;

  Sessions(
      JdbcClient jdbc,
      Clock clock,
      JsonMapper json,
      AccessProperties properties,
      SecuritySettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.limits = properties.access().session();
    this.settings = settings;
  }

  /** The session that the token proves, unless it is over. One query, and at times one update. */
  Optional<ActiveSession> find(Token token) {
    var now = clock.instant();
    var found = read(token).filter(session -> !session.isOver(limits, now));
    found
        .filter(s -> Duration.between(s.lastAt(), now).compareTo(TOUCH_AFTER) >= 0)
        .ifPresent(s -> touch(token, now));
    return found;
  }

  /** Whether the token was a session's whose place a later one has taken. */
  boolean isSuperseded(Token token) {
    return jdbc.sql(
            "select exists (select from access_session"
                + " where token_hash = ? and superseded_at is not null)")
        .param(token.hash())
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  /** As {@link #start(UUID, boolean)}, after one factor. */
  @Transactional
  ActiveSession start(UUID person) {
    return start(person, false);
  }

  /**
   * Signs a person in, in the post to begin with.
   *
   * @param both whether both factors were given
   */
  @Transactional
  ActiveSession start(UUID person, boolean both) {
    var token = Token.fresh();
    var now = at(clock.instant());
    jdbc.sql(
            """
            insert into access_session
              (token_hash, person_id, started_at, last_at, proved_at, second_at)
            values (:hash, :person, :now, :now, :now, :second)""")
        .param("hash", token.hash())
        .param("person", person)
        .param("now", now)
        .param("second", both ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    var session = read(token).orElseThrow();
    return session.firstPost().map(post -> choose(session, post.id())).orElse(session);
  }

  /**
   * Chooses the post to act in, or none, to act for oneself.
   *
   * @throws Refusal {@code access.no-such-post} where the person does not hold it now
   */
  @Transactional
  ActiveSession choose(ActiveSession session, @Nullable UUID post) {
    if (post != null && session.posts().stream().noneMatch(p -> p.id().equals(post))) {
      throw Refusal.ruleBroken("access.no-such-post");
    }
    jdbc.sql("update access_session set post = :post where token_hash = :hash")
        .param("post", post, Types.OTHER)
        .param("hash", session.token().hash())
        .update();
    if (post != null) {
      jdbc.sql("update access_account set last_post = ? where person_id = ?")
          .params(post, session.person())
          .update();
    }
    return session.choosing(post);
  }

  /**
   * A session whose person has given her second factor too, or has just set one up. It gets another
   * token: whoever saw the one of the session that was half in has nothing.
   */
  @Transactional
  ActiveSession elevate(ActiveSession session) {
    var token = Token.fresh();
    var now = at(clock.instant());
    int elevated =
        jdbc.sql(
                """
                update access_session set token_hash = ?, second_at = ?, proved_at = ?, last_at = ?
                where token_hash = ?""")
            .params(token.hash(), now, now, now, session.token().hash())
            .update();
    if (elevated == 0) {
      throw Refusal.signedOut("signed-out");
    }
    return read(token).orElseThrow();
  }

  /** Notes that the person has just proved again who she is. */
  void prove(ActiveSession session) {
    jdbc.sql("update access_session set proved_at = ? where token_hash = ?")
        .params(at(clock.instant()), session.token().hash())
        .update();
  }

  /** Ends all other sessions of an administrator so that each is told why; returns how many. */
  int supersedeOthers(ActiveSession session) {
    return jdbc.sql(
            """
            update access_session set superseded_at = ?
            where person_id = ? and token_hash <> ? and superseded_at is null""")
        .params(at(clock.instant()), session.person(), session.token().hash())
        .update();
  }

  /**
   * A session as its person sees it in a list.
   *
   * @param current whether it is the one she looks with
   */
  record Listed(Instant startedAt, Instant lastAt, boolean current) {}

  /** The person's sessions, the latest first. */
  List<Listed> of(ActiveSession session) {
    return jdbc.sql(
            """
            select started_at, last_at, token_hash = ? from access_session
            where person_id = ? and superseded_at is null order by last_at desc limit 100""")
        .params(session.token().hash(), session.person())
        .query(
            (row, n) ->
                new Listed(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getBoolean(3)))
        .list();
  }

  /** Signs the person out everywhere else. */
  void endOthers(ActiveSession session) {
    jdbc.sql("delete from access_session where person_id = ? and token_hash <> ?")
        .params(session.person(), session.token().hash())
        .update();
  }

  void end(Token token) {
    jdbc.sql("delete from access_session where token_hash = ?").param(token.hash()).update();
  }

  /** Signs a person out everywhere. */
  void endAll(UUID person) {
    jdbc.sql("delete from access_session where person_id = ?").param(person).update();
  }

  private Optional<ActiveSession> read(Token token) {
    return jdbc.sql(FIND)
        .params(token.hash(), District.day(clock.instant()))
        .query((row, n) -> session(token, row))
        .optional();
  }

  private ActiveSession session(Token token, ResultSet row) throws SQLException {
    var standing = row.getString("standing");
    var posts = List.of(json.readValue(row.getString("posts"), Post[].class));
    var proofs =
        new Proofs(
            row.getObject("proved_at", OffsetDateTime.class).toInstant(),
            instant(row, "second_at"),
            row.getBoolean("totp"),
            row.getBoolean("passkey"),
            instant(row, "password_at"));
    return new ActiveSession(
        token,
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        standing == null ? null : Role.valueOf(standing),
        row.getObject("community_id", UUID.class),
        row.getObject("post", UUID.class),
        row.getObject("last_post", UUID.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        posts,
        proofs,
        owed(posts, proofs));
  }

  private @Nullable Owed owed(List<Post> posts, Proofs proofs) {
    boolean staff = posts.stream().anyMatch(Post::isStaff);
    return proofs.owed(
        posts.stream().map(Post::role).anyMatch(settings::needsSecondFactor),
        staff ? settings.days(SecuritySetting.PASSWORD_DAYS) : null,
        clock.instant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  /** The condition is repeated in SQL: of many requests at once, one writes. */
  private void touch(Token token, Instant now) {
    jdbc.sql("update access_session set last_at = ? where token_hash = ? and last_at <= ?")
        .params(at(now), token.hash(), at(now.minus(TOUCH_AFTER)))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
