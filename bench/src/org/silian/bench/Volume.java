package org.silian.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Years of a large district, made inside the database in minutes: wishes in communities of very
 * different size, one of them with three and one with none, and the journal's entries with their
 * measures. The entries carry no codes that would authenticate them; nothing here reads those.
 */
final class Volume {

  /** What the entries count: figures that the page shows, among the sixty of a district. */
  private static final String FIGURE =
      """
      coalesce((array['N3', 'N5', 'N10', 'N11', 'N33', 'N33.unit', 'N33.student', 'N33.volunteer',
        'N33.resident', 'wish.collected', 'wish.published', 'wish.open'])[1 + n % 60],
        'bench.' || n % 60)""";

  private static final int STREAMS = 2;

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Path data;

  Volume(Path data) {
    this.data = data;
  }

  /**
   * A post, with a session of the person who holds it.
   *
   * @param person who
   * @param organisation where
   * @param path of the organisation
   * @param cookies the headers of her browser
   */
  record Post(UUID person, UUID organisation, String path, String cookies) {}

  /** Somebody in an organisation, signed in. */
  Post post(String role, UUID organisation) throws Exception {
    var person = UUID.randomUUID();
    var appointment = UUID.randomUUID();
    var token = (person.toString() + appointment).replace("-", "").substring(0, 43);
    try (var connection = Program.database(data)) {
      update(
          connection,
          "insert into organisation_person (id, version, name, created_at) values (?, 0, '韦试', now())",
          person);
      update(
          connection,
          """
          insert into organisation_appointment
            (id, version, person_id, role, organisation_id, from_day, ended)
          values (?, 0, ?, ?, ?, current_date - 1, false)""",
          appointment,
          person,
          role,
          organisation);
      update(
          connection,
          "insert into access_account (person_id, last_post, created_at, version) values (?, ?, now(), 0)",
          person,
          appointment);
      update(
          connection,
          """
          insert into access_session (token_hash, person_id, post, started_at, last_at)
          values (?, ?, ?, now(), now())""",
          hash(token),
          person,
          appointment);
      var csrf = UUID.randomUUID();
      return new Post(
          person,
          organisation,
          text(connection, "select path from organisation where id = ?", organisation),
          "Cookie: SILIAN_SESSION=%s; XSRF-TOKEN=%s\r\nX-XSRF-TOKEN: %s\r\n"
              .formatted(token, csrf, csrf));
    }
  }

  /** The district itself. */
  UUID district() throws Exception {
    return one("select id from organisation where parent_id is null");
  }

  /** The street with the largest community. */
  UUID largestStreet() throws Exception {
    return one(
        "select parent_id from organisation where id = (select id from bench_community where n = 0)");
  }

  /** The community with most wishes. */
  UUID largestCommunity() throws Exception {
    return one("select id from bench_community where n = 0");
  }

  /** A community in which nobody has ever wished anything. */
  UUID emptyCommunity() throws Exception {
    return one("select id from bench_community order by n desc limit 1");
  }

  /** Makes the wishes; there may be none yet. */
  void wishes(long count) throws Exception {
    try (var connection = bulk()) {
      communities(connection);
      functions(connection);
      post("PARTNER_LIAISON", district());
      var indexes = withoutIndexes(connection, "wish");
      streams(count, this::wishes);
      makeAgain(connection, indexes);
      execute(connection, "select setval('wish_number', %d)".formatted(count + 1));
      execute(connection, "analyze wish");
    }
  }

  private void wishes(Connection connection, long from, long to) throws SQLException {
    execute(
        connection,
        """
        with claimer as (select id from organisation_person limit 1)
        insert into wish (id, version, number, organisation_id, kind, child, collector_id,
          collected_at, consent_notice_version, consent_how, consent_at, cost_fen, state, title,
          words, text, round, published_at, expires_on, claim_claimer_id, claim_by,
          claim_claimed_at, confirmation, confirmed_at, rating)
        select bench_id('wish', n, at), 6, to_char(at, 'YYYY-') || lpad(n::text, 7, '0'),
          (select id from bench_community c where c.n = place),
          (array['GOODS', 'REPAIR', 'COMPANY', 'LEARNING', 'ERRAND', 'SKILL', 'OTHER'])[1 + n %% 7],
          n %% 17 = 0, null, at, '1', 'ORAL', at, 1000 + n %% 9000, state,
          (array['想要一盏亮的台灯', '门锁坏了请人修', '想学用手机挂号', '希望有人陪着聊聊天'])[1 + n %% 4],
          '家里的东西用了很多年，想请人帮个忙。', '社区一位老人希望有人帮个小忙。', 1,
          at + interval '1 day', (at + interval '31 days')::date,
          case when late then (select id from claimer) end,
          case when late then 'VOLUNTEER' end, case when late then at + interval '3 days' end,
          case when late then 'WISHER' end, case when late then at + interval '9 days' end,
          case when late then 1 + n %% 5 end
        from (
          select n, bench_at(n) as at, bench_place(n) as place,
            (array['CONFIRMED', 'CLOSED', 'CONFIRMED', 'CLOSED', 'CONFIRMED', 'CLOSED', 'PUBLISHED',
              'WITHDRAWN', 'CONFIRMED', 'COLLECTED'])[1 + n %% 10] as state, n %% 10 in (0, 2, 4, 8) as late
          from generate_series(%d::bigint, %d::bigint) n) w"""
            .formatted(from, to));
  }

  /** Adds entries, each with one measure, and folds the measures into the roll-ups. */
  void entries(long from, long count) throws Exception {
    try (var connection = bulk()) {
      functions(connection);
      var indexes = withoutIndexes(connection, "journal_entry");
      streams(from, from + count, this::entries);
      makeAgain(connection, indexes);
      execute(connection, "analyze journal_entry");
      execute(connection, "analyze journal_measure");
      rollUps(connection);
    }
  }

  private void entries(Connection connection, long from, long to) throws SQLException {
    execute(
        connection,
        """
        insert into journal_entry (id, command, fact, subject_type, subject_id, organisation_id,
          occurred_at, recorded_at, role, body, measures, mac)
        select bench_id('entry', n, at), bench_id('command', n, at), 'wish-collected', 'wish',
          bench_id('wish', n / 20, at), (select id from bench_community c where c.n = place),
          at, at, 'COMMUNITY_WORKER', '{"kind":"REPAIR","child":false,"how":"ORAL"}',
          %3$s || '@' || at::date || '=1', '\\x00'
        from (select n, bench_at(n) as at, bench_place(n) as place
          from generate_series(%1$d::bigint, %2$d::bigint) n) e"""
            .formatted(from, to, FIGURE));
    execute(
        connection,
        """
        insert into journal_measure (figure, organisation_id, day, entry_id, amount)
        select %3$s, (select id from bench_community c where c.n = place),
          at::date, bench_id('entry', n, at), 1
        from (select n, bench_at(n) as at, bench_place(n) as place
          from generate_series(%1$d::bigint, %2$d::bigint) n) e
        order by 1, 2, 3"""
            .formatted(from, to, FIGURE));
  }

  /** The figures that the page shows are spread over those that the entries count. */
  private static void rollUps(Connection connection) throws SQLException {
    for (var unit : List.of("day", "month")) {
      execute(connection, "truncate figure_" + unit);
      execute(
          connection,
          """
          insert into figure_%1$s (figure, organisation_id, %1$s, amount)
          with recursive leaf as (
            select figure, organisation_id, date_trunc('%1$s', day)::date as at, sum(amount) as amount
            from journal_measure group by 1, 2, 3),
          lineage (organisation_id, ancestor_id, parent_id) as (
            select id, id, parent_id from organisation
            union all
            select l.organisation_id, p.id, p.parent_id
            from lineage l join organisation p on p.id = l.parent_id)
          select figure, ancestor_id, at, sum(amount) from leaf join lineage using (organisation_id)
          group by 1, 2, 3"""
              .formatted(unit));
      execute(connection, "analyze figure_" + unit);
    }
  }

  /** Has all wishes read for the search, as after an upgrade, and waits until they are. */
  void awaitSearch() throws Exception {
    try (var connection = Program.database(data)) {
      execute(connection, "delete from search_source where subject_type = 'wish'");
      while (text(
              connection,
              """
              select (not exists (select from search_source where subject_type = ?)
                or exists (select from search_queue))::text""",
              "wish")
          .equals("true")) {
        Thread.sleep(POLL);
      }
      execute(connection, "vacuum analyze search_record");
    }
  }

  /** Communities by size; the last has nobody, the last but one three wishes. */
  private static void communities(Connection connection) throws SQLException {
    execute(connection, "drop table if exists bench_community");
    execute(
        connection,
        """
        create table bench_community as
        select (row_number() over (order by path) - 1)::int as n, id from organisation
        where kind in ('COMMUNITY', 'VILLAGE')""");
    execute(connection, "create unique index on bench_community (n) include (id)");
    execute(connection, "grant select on bench_community to silian_app");
  }

  private static void functions(Connection connection) throws SQLException {
    execute(
        connection,
        """
        create or replace function bench_at(n bigint) returns timestamptz language sql immutable as
          $$ select date_trunc('day', timestamptz '2023-11-01') + (n % 1000) * interval '1 day'
               + n % 86000 * interval '1 second' $$""");
    execute(
        connection,
        """
        create or replace function bench_place(n bigint) returns int language sql stable as
          $$ select case when n in (1, 2, 3) then last - 1
               else (power(hashint8(n)::bigint / 4294967296.0 + 0.5, 3) * (last - 1))::int end
             from (select max(c.n) as last from bench_community c) c $$""");
    execute(
        connection,
        """
        create or replace function bench_id(kind text, n bigint, at timestamptz) returns uuid
          language sql immutable as
          $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
               || substr(md5(kind || n), 1, 3) || '8' || substr(md5(kind || n), 4, 15))::uuid $$""");
  }

  private static List<String> withoutIndexes(Connection connection, String table)
      throws SQLException {
    var definitions = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select pg_get_indexdef(i.indexrelid), i.indexrelid::regclass::text from pg_index i
                where i.indrelid = '%s'::regclass
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)"""
                    .formatted(table))) {
      while (rows.next()) {
        definitions.add(rows.getString(1));
        names.add(rows.getString(2));
      }
    }
    for (var name : names) {
      execute(connection, "drop index " + name);
    }
    return definitions;
  }

  private static void makeAgain(Connection connection, List<String> indexes) throws SQLException {
    for (var index : indexes) {
      execute(connection, index);
    }
  }

  /** A part of the rows, on a connection of its own. */
  private interface Part {

    void make(Connection connection, long from, long to) throws SQLException;
  }

  private void streams(long count, Part part) throws Exception {
    streams(0, count, part);
  }

  private void streams(long from, long to, Part part) throws Exception {
    try (var threads = Executors.newFixedThreadPool(STREAMS)) {
      long each = (to - from + STREAMS - 1) / STREAMS;
      var parts = new ArrayList<java.util.concurrent.Future<?>>();
      for (long begin = from; begin < to; begin += each) {
        long first = begin;
        long last = Math.min(begin + each, to) - 1;
        parts.add(
            threads.submit(
                () -> {
                  try (var connection = bulk()) {
                    part.make(connection, first, last);
                  }
                  return null;
                }));
      }
      for (var done : parts) {
        done.get();
      }
    }
  }

  /** Without waiting for the disk, and without looking up what is known to be there. */
  private Connection bulk() throws Exception {
    var connection = Program.database(data);
    for (var setting :
        List.of(
            "synchronous_commit = off",
            "session_replication_role = replica",
            "work_mem = '512MB'",
            "maintenance_work_mem = '1GB'",
            "timezone = 'Asia/Shanghai'")) {
      execute(connection, "set " + setting);
    }
    return connection;
  }

  private UUID one(String sql) throws Exception {
    try (var connection = Program.database(data);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String text(Connection connection, String sql, Object value) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
