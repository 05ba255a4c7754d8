package org.silian.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of wishes, each one query shaped like its screen. */
@Component
class WishBoard {

  private final JdbcClient jdbc;
  private final WishRules rules;
  private final Clock clock;

  WishBoard(JdbcClient jdbc, WishRules rules, Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clock = clock;
  }

  /** A community, as a list names it. */
  record Place(UUID id, String name) {}

  /**
   * A line of a list.
   *
   * @param due the day by which the next step is owed; absent where none is
   * @param overdue whether that day has passed
   */
  record WishRow(
      UUID id,
      String number,
      WishKind kind,
      String title,
      WishState state,
      Place community,
      Instant collectedAt,
      @Nullable LocalDate due,
      boolean overdue) {}

  /**
   * What a staff list shows.
   *
   * @param q the beginning of a title, or of a number
   */
  record Filter(
      @Nullable WishState state,
      @Nullable WishKind kind,
      @Nullable UUID organisation,
      @Nullable String q) {}

  /** Wishes within the reach of the actor's post, the latest first. */
  Page<WishRow> within(Actor actor, Filter filter, @Nullable Cursor after, int size) {
    if (actor.reach() == null) {
      return new Page<>(List.of(), null);
    }
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    limit(conditions, values, actor.reach(), filter);
    return page(conditions, values, "w.collected_at", "w.title", after, size);
  }

  /** How many {@link #within} has on all its pages. */
  long count(Actor actor, Filter filter) {
    if (actor.reach() == null) {
      return 0;
    }
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    limit(conditions, values, actor.reach(), filter);
    return jdbc.sql("select count(*) from wish w where " + String.join(" and ", conditions))
        .params(values)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private void limit(
      List<String> conditions, Map<String, Object> values, String reach, Filter filter) {
    conditions.add("w.organisation_id = any(:communities)");
    values.put("communities", communities(reach, filter.organisation()));
    if (filter.state() != null) {
      conditions.add("w.state = :state");
      values.put("state", filter.state().name());
    }
    if (filter.kind() != null) {
      conditions.add("w.kind = :kind");
      values.put("kind", filter.kind().name());
    }
    if (filter.q() != null && !filter.q().isBlank()) {
      conditions.add("(w.title like :q or w.number like :q)");
      values.put("q", filter.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
  }

  /**
   * The communities a list is limited to, as values: the planner knows how many wishes each has,
   * and takes one way through a community without any and another through the district. With a join
   * on the path it guessed, and read a million wishes to find none.
   */
  private UUID[] communities(String reach, @Nullable UUID organisation) {
    return jdbc.sql(
            """
            select id from organisation where path like :reach and kind in ('COMMUNITY', 'VILLAGE')
              and (:organisation::uuid is null
                or path like (select path || '%' from organisation where id = :organisation))""")
        .param("reach", reach + "%")
        .param("organisation", organisation)
        .query((row, n) -> row.getObject("id", UUID.class))
        .list()
        .toArray(UUID[]::new);
  }

  /** The wishes of a person, the latest first. */
  Page<WishRow> madeBy(UUID person, @Nullable Cursor after, int size) {
    return page(
        new ArrayList<>(List.of("w.wisher_id = :person")),
        new HashMap<>(Map.of("person", person)),
        "w.collected_at",
        "w.title",
        after,
        size);
  }

  /** The wishes a person has claimed, the latest first, under what the wall says of them. */
  Page<WishRow> claimedBy(UUID person, @Nullable Cursor after, int size) {
    return page(
        new ArrayList<>(List.of("w.claim_claimer_id = :person")),
        new HashMap<>(Map.of("person", person)),
        "w.claim_claimed_at",
        "left(w.text, 24)",
        after,
        size);
  }

  private Page<WishRow> page(
      List<String> conditions,
      Map<String, Object> values,
      String sort,
      String shown,
      @Nullable Cursor after,
      int size) {
    if (after != null) {
      conditions.add("(" + sort + ", w.id) < (:key, :id)");
      values.put("key", after.instant().atOffset(ZoneOffset.UTC));
      values.put("id", after.id());
    }
    values.put("size", size + 1);
    var rows =
        jdbc.sql(
                """
                select w.*, o.name as community, %1$s as key, %3$s as shown from wish w
                join organisation o on o.id = w.organisation_id
                where %2$s order by %1$s desc, w.id desc limit :size"""
                    .formatted(sort, String.join(" and ", conditions), shown))
            .params(values)
            .query(this::row)
            .list();
    return Page.of(rows, size, Keyed::cursor).map(Keyed::row);
  }

  private record Keyed(WishRow row, Instant key) {

    Cursor cursor() {
      return new Cursor(key.toString(), row.id());
    }
  }

  private Keyed row(ResultSet row, int n) throws SQLException {
    var state = WishState.valueOf(row.getString("state"));
    var due = due(row, state);
    return new Keyed(
        new WishRow(
            row.getObject("id", UUID.class),
            row.getString("number"),
            WishKind.valueOf(row.getString("kind")),
            row.getString("shown"),
            state,
            new Place(row.getObject("organisation_id", UUID.class), row.getString("community")),
            row.getObject("collected_at", OffsetDateTime.class).toInstant(),
            due,
            due != null && due.isBefore(District.day(clock.instant()))),
        row.getObject("key", OffsetDateTime.class).toInstant());
  }

  private @Nullable LocalDate due(ResultSet row, WishState state) throws SQLException {
    return switch (state) {
      case COLLECTED, VERIFIED -> day(row, "collected_at", rules.staffWithin());
      case PUBLISHED -> row.getObject("expires_on", LocalDate.class);
      case CLAIMED -> day(row, "claim_claimed_at", rules.staffWithin());
      case APPROVED -> row.getObject("claim_contact_by", LocalDate.class);
      case CONTACTED -> day(row, "claim_contacted_at", rules.fulfilWithin());
      case FULFILLED -> day(row, "claim_fulfilled_at", rules.ratedWithin());
      case CONFIRMED, CLOSED, REJECTED, WITHDRAWN -> null;
    };
  }

  private static LocalDate day(ResultSet row, String column, Period within) throws SQLException {
    return District.day(row.getObject(column, OffsetDateTime.class).toInstant()).plus(within);
  }
}
