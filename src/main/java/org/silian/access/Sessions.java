package org.silian.access;

import java.sql.ResultSet;
import java.sql.SQLException;
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

  private static final String FIND =
      """
      select s.person_id, p.name, a.standing, a.community_id, s.post, a.last_post, s.started_at,
        s.last_at,
        (select coalesce(json_agg(json_build_object('id', m.id, 'role', m.role,
             'organisation', o.id, 'kind', o.kind, 'name', o.name,
             'path', case o.kind when 'DEPARTMENT' then above.path else o.path end,
             'from', m.from_day, 'to', m.to_day) order by m.from_day, m.id), '[]')
         from organisation_appointment m
           join organisation o on o.id = m.organisation_id
           left join organisation above on above.id = o.parent_id
         where m.person_id = s.person_id and m.from_day <= :today
           and (m.to_day is null or m.to_day >= :today)) as posts
      from access_session s
      join access_account a on a.person_id = s.person_id
      join organisation_person p on p.id = s.person_id
      where s.token_hash = :hash""";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;
  private final AccessProperties.SessionLimits limits;

  Sessions(JdbcClient jdbc, Clock clock, JsonMapper json, AccessProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.limits = properties.access().session();
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

  /** Signs a person in, in the post to begin with. */
  @Transactional
  ActiveSession start(UUID person) {
    var token = Token.fresh();
    var now = at(clock.instant());
    jdbc.sql(
            """
            insert into access_session (token_hash, person_id, started_at, last_at)
            values (?, ?, ?, ?)""")
        .params(token.hash(), person, now, now)
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
        .param("post", post, java.sql.Types.OTHER)
        .param("hash", session.token().hash())
        .update();
    if (post != null) {
      jdbc.sql("update access_account set last_post = ? where person_id = ?")
          .params(post, session.person())
          .update();
    }
    return session.choosing(post);
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
        .param("today", District.day(clock.instant()))
        .param("hash", token.hash())
        .query((row, n) -> session(token, row))
        .optional();
  }

  private ActiveSession session(Token token, ResultSet row) throws SQLException {
    var standing = row.getString("standing");
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
        List.of(json.readValue(row.getString("posts"), Post[].class)));
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
