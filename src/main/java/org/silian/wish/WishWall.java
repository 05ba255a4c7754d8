package org.silian.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.organisation.OrganisationDirectory;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.wish.WishBoard.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What anybody may read: masked wishes that wait for a claimer. */
@Component
class WishWall {

  private static final String CARD =
      """
      select w.id, w.number, w.kind, w.text, w.cost_fen, w.organisation_id, o.name as community,
        w.round, w.published_at, near.kilometres
      from wish w join organisation o on o.id = w.organisation_id
      left join unnest(:communities::uuid[], :kilometres::float8[]) as near (id, kilometres)
        on near.id = w.organisation_id
      where w.state = 'PUBLISHED'""";

  /** In the order of the index that the wall has, as long as no place is near. */
  private static final String ANYWHERE = "w.round = 1, w.published_at, w.id";

  private static final String NEAREST =
      "w.round = 1, coalesce(near.kilometres, 0), w.published_at, w.id";

  private static final String BEHIND = ":first, :published, :id";
  private static final String FARTHER = ":first, :distance, :published, :id";

  private final JdbcClient jdbc;
  private final OrganisationDirectory organisations;

  WishWall(JdbcClient jdbc, OrganisationDirectory organisations) {
    this.jdbc = jdbc;
    this.organisations = organisations;
  }

  /**
   * A wish on the wall.
   *
   * @param kilometres to the community's service centre, never to a home; schematic
   * @param rolledOver whether an earlier round found nobody, which puts it first
   */
  record WishCard(
      UUID id,
      String number,
      WishKind kind,
      String text,
      @Nullable Long costFen,
      Place community,
      @Nullable Double kilometres,
      LocalDate publishedOn,
      boolean rolledOver) {}

  /** Where a card stands on the wall. */
  private record Rank(boolean first, double kilometres, Instant published) {

    static Rank parse(String key) {
      var parts = key.split("/", -1);
      try {
        return new Rank(
            Boolean.parseBoolean(parts[0]), Double.parseDouble(parts[1]), Instant.parse(parts[2]));
      } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
        throw Refusal.invalid("cursor", "after");
      }
    }

    @Override
    public String toString() {
      return first + "/" + kilometres + "/" + published;
    }
  }

  private record Ranked(WishCard card, Rank rank) {

    Cursor cursor() {
      return new Cursor(rank.toString(), card.id());
    }
  }

  /** Rolled-over wishes first, then the nearest to {@code near}, then the longest waiting. */
  Page<WishCard> cards(
      @Nullable WishKind kind, @Nullable UUID near, @Nullable Cursor after, int size) {
    var values = new HashMap<String, Object>(distances(near));
    values.put("size", size + 1);
    var order = near == null ? ANYWHERE : NEAREST;
    var sql = new StringBuilder(CARD);
    if (kind != null) {
      sql.append(" and w.kind = :kind");
      values.put("kind", kind.name());
    }
    if (after != null) {
      var rank = Rank.parse(after.key());
      sql.append(" and (%s) > (%s)".formatted(order, near == null ? BEHIND : FARTHER));
      values.put("first", rank.first());
      values.put("distance", rank.kilometres());
      values.put("published", rank.published().atOffset(ZoneOffset.UTC));
      values.put("id", after.id());
    }
    sql.append(" order by ").append(order).append(" limit :size");
    var rows = jdbc.sql(sql.toString()).params(values).query(WishWall::ranked).list();
    return Page.of(rows, size, Ranked::cursor).map(Ranked::card);
  }

  private static Ranked ranked(ResultSet row, int n) throws SQLException {
    return new Ranked(
        card(row),
        new Rank(
            row.getInt("round") == 1,
            row.getDouble("kilometres"),
            row.getObject("published_at", OffsetDateTime.class).toInstant()));
  }

  /** One wish, while it is on the wall. */
  Optional<WishCard> card(UUID id) {
    return jdbc.sql(CARD + " and w.id = :id")
        .params(distances(null))
        .param("id", id)
        .query((row, n) -> card(row))
        .optional();
  }

  private Map<String, Object> distances(@Nullable UUID near) {
    Map<UUID, Double> kilometres = near == null ? Map.of() : organisations.kilometresFrom(near);
    var communities = List.copyOf(kilometres.keySet());
    return Map.of(
        "communities", communities.toArray(UUID[]::new),
        "kilometres", communities.stream().map(kilometres::get).toArray(Double[]::new));
  }

  private static WishCard card(ResultSet row) throws SQLException {
    return new WishCard(
        row.getObject("id", UUID.class),
        row.getString("number"),
        WishKind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getObject("cost_fen", Long.class),
        new Place(row.getObject("organisation_id", UUID.class), row.getString("community")),
        row.getObject("kilometres", Double.class),
        District.day(row.getObject("published_at", OffsetDateTime.class).toInstant()),
        row.getInt("round") > 1);
  }
}
