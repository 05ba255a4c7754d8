package org.silian.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.organisation.OrganisationDirectory;
import org.silian.wish.WishBoard.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What anybody may read: masked wishes that wait for a claimer. */
@Component
class WishWall {

  private static final String CARD =
      """
      select w.id, w.number, w.kind, w.text, w.cost_fen, w.organisation_id, o.name as community,
        w.round, (w.published_at at time zone 'Asia/Shanghai')::date as published_on,
        near.kilometres,
        case when w.round > 1 then '0' else '1' end
          || to_char(coalesce(near.kilometres, 0) * 10, 'FM000000')
          || to_char(w.published_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as rank
      from wish w join organisation o on o.id = w.organisation_id
      left join unnest(:communities::uuid[], :kilometres::float8[]) as near (id, kilometres)
        on near.id = w.organisation_id
      where w.state = 'PUBLISHED'""";

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

  private record Ranked(WishCard card, String rank) {}

  /** Rolled-over wishes first, then the nearest to {@code near}, then the longest waiting. */
  Page<WishCard> cards(
      @Nullable WishKind kind, @Nullable UUID near, @Nullable Cursor after, int size) {
    var values = new HashMap<String, Object>(distances(near));
    values.put("size", size + 1);
    var where = new StringBuilder();
    if (kind != null) {
      where.append(" and w.kind = :kind");
      values.put("kind", kind.name());
    }
    var paged = "";
    if (after != null) {
      paged = " where (rank, id) > (:rank, :id)";
      values.put("rank", after.key());
      values.put("id", after.id());
    }
    var rows =
        jdbc.sql(
                "select * from (%s%s) as card%s order by rank, id limit :size"
                    .formatted(CARD, where, paged))
            .params(values)
            .query((row, n) -> new Ranked(card(row), row.getString("rank")))
            .list();
    return Page.of(rows, size, r -> new Cursor(r.rank(), r.card().id())).map(Ranked::card);
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
        row.getObject("published_on", LocalDate.class),
        row.getInt("round") > 1);
  }
}
