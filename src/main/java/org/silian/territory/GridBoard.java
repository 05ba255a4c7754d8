package org.silian.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads grids for the map, its list and the record: one query for each. */
@Component
class GridBoard {

  /** More than any district has: 1.64 million people in grids of 300 households are 2,087. */
  private static final int MOST = 6_000;

  /** Of kept text, beyond which a map at district scale shows coarser shapes. */
  private static final int FINE = 1_000_000;

  private static final double COARSE = 0.0002;

  private static final String SELECT =
      """
      select g.id, g.version, g.layer, g.code, g.number, g.drawn_on, g.closed_on,
        e.name, e.from_day, e.households, e.square_metres, e.shape,
        o.id as owner, o.name as owner_name, c.id as community, c.name as community_name,
        s.name as street
      from territory_grid g
      join lateral (
        select * from territory_grid_edition x where x.grid_id = g.id and x.from_day <= :on
        order by x.number desc limit 1) e on true
      join organisation o on o.id = g.organisation_id
      left join organisation c on c.id = g.community_id
      left join organisation s on s.id = c.parent_id
      """;

  private final JdbcClient jdbc;
  private final TerritoryDoor door;

  GridBoard(JdbcClient jdbc, TerritoryDoor door) {
    this.jdbc = jdbc;
    this.door = door;
  }

  /** An organisation or a community, by name. */
  record GridPlace(UUID id, String name) {}

  /** What may not be right with a grid, and is for people to judge. */
  enum GridWarning {
    /** Fewer than 200 or more than 800 households (R-GRD-01). */
    SIZE,
    /** Not drawn yet. */
    NO_SHAPE
  }

  /**
   * A grid as it was on a day.
   *
   * @param street of the community, by name
   * @param from the day from which on it was so
   * @param outline coarser where very many are shown; absent until one is drawn
   */
  record GridRow(
      UUID id,
      long version,
      GridLayer layer,
      @Nullable String code,
      @Nullable Integer number,
      String name,
      GridPlace owner,
      @Nullable GridPlace community,
      @Nullable String street,
      @Nullable Integer households,
      @Nullable Long squareMetres,
      LocalDate drawnOn,
      LocalDate from,
      @Nullable LocalDate closedOn,
      List<GridWarning> warnings,
      @Nullable Outline outline) {}

  private record Read(GridRow row, @Nullable String shape) {}

  /** The grids of a layer that stood on a day, within reach, by street, community and number. */
  List<GridRow> layer(
      GridLayer layer, LocalDate on, Actor actor, @Nullable UUID community, @Nullable String text) {
    var read = read(layer, on, actor, community, text);
    long size = read.stream().map(Read::shape).mapToLong(s -> s == null ? 0 : s.length()).sum();
    return read.stream().map(r -> withOutline(r, size > FINE ? COARSE : 0)).toList();
  }

  /** As {@link #layer}, each with its exact shape. */
  List<GridRow> exact(GridLayer layer, LocalDate on, Actor actor) {
    return read(layer, on, actor, null, null).stream().map(GridBoard::exact).toList();
  }

  /** One grid within reach as it was on a day; closed or not. */
  Optional<GridRow> find(UUID id, LocalDate on, Actor actor) {
    return jdbc.sql(
            SELECT + "where g.id = :id and starts_with(o.path, :reach) and g.layer in (:layers)")
        .param("id", id)
        .param("on", on)
        .param("reach", door.reach(actor))
        .param("layers", door.visible(actor).stream().map(GridLayer::name).toList())
        .query(GridBoard::row)
        .optional()
        .map(GridBoard::exact);
  }

  /**
   * What a grid was from a day on.
   *
   * @param drawn whether this is where its shape changed
   */
  record GridEditionRow(
      int number,
      LocalDate from,
      String name,
      @Nullable Integer households,
      @Nullable Long squareMetres,
      boolean drawn) {}

  /** All editions of a grid, the latest first. */
  List<GridEditionRow> editions(UUID id) {
    return jdbc.sql(
            """
            select number, from_day, name, households, square_metres,
              shape is not null and shape is distinct from lag(shape) over (order by number)
                as drawn
            from territory_grid_edition where grid_id = ? order by number desc""")
        .param(id)
        .query(
            (row, n) ->
                new GridEditionRow(
                    row.getInt("number"),
                    row.getObject("from_day", LocalDate.class),
                    row.getString("name"),
                    row.getObject("households", Integer.class),
                    row.getObject("square_metres", Long.class),
                    row.getBoolean("drawn")))
        .list();
  }

  /**
   * A community with its place in the district.
   *
   * @param code 12 digits
   */
  record Community(UUID id, String name, UUID street, String streetName, String code) {}

  /** Standing communities with a code, in a subtree, by code. */
  List<Community> communities(String reach) {
    return jdbc.sql(
            """
            select o.id, o.name, s.id as street, s.name as street_name, o.division as code
            from organisation o join organisation s on s.id = o.parent_id
            where o.kind in ('COMMUNITY', 'VILLAGE') and o.dissolved_on is null
              and o.division is not null and starts_with(o.path, ?)
            order by o.division""")
        .param(reach)
        .query(
            (row, n) ->
                new Community(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("street", UUID.class),
                    row.getString("street_name"),
                    row.getString("code")))
        .list();
  }

  private List<Read> read(
      GridLayer layer, LocalDate on, Actor actor, @Nullable UUID community, @Nullable String text) {
    door.refuseUnlessVisible(actor, layer);
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>(Map.of("layer", layer.name(), "on", on));
    values.put("reach", door.reach(actor));
    values.put("most", MOST);
    if (community != null) {
      conditions.add("and g.community_id = :community");
      values.put("community", community);
    }
    if (text != null && !text.isBlank()) {
      conditions.add("and (strpos(e.name, :text) > 0 or starts_with(g.code, :text))");
      values.put("text", text.strip());
    }
    return jdbc.sql(
            SELECT
                + """
                where g.layer = :layer and g.drawn_on <= :on
                  and (g.closed_on is null or g.closed_on > :on)
                  and starts_with(o.path, :reach)
                  %s
                order by g.code nulls last, s.name, c.name, e.name, g.id limit :most"""
                    .formatted(String.join(" ", conditions)))
        .params(values)
        .query((row, n) -> new Read(bare(row), row.getString("shape")))
        .list();
  }

  private static GridRow withOutline(Read read, double coarse) {
    var text = read.shape();
    return text == null ? read.row() : outlined(read.row(), Shape.shown(text, coarse));
  }

  private static GridRow exact(Read read) {
    var text = read.shape();
    return text == null ? read.row() : outlined(read.row(), Shape.read(text).outline());
  }

  private static Read row(ResultSet row, int n) throws SQLException {
    return new Read(bare(row), row.getString("shape"));
  }

  private static GridRow bare(ResultSet row) throws SQLException {
    var layer = GridLayer.valueOf(row.getString("layer"));
    var households = row.getObject("households", Integer.class);
    var community = row.getObject("community", UUID.class);
    var warnings = new ArrayList<GridWarning>();
    if (layer == GridLayer.GOVERNANCE
        && households != null
        && (households < GridChecks.FEWEST || households > GridChecks.MOST)) {
      warnings.add(GridWarning.SIZE);
    }
    if (row.getString("shape") == null) {
      warnings.add(GridWarning.NO_SHAPE);
    }
    return new GridRow(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        layer,
        row.getString("code"),
        row.getObject("number", Integer.class),
        row.getString("name"),
        new GridPlace(row.getObject("owner", UUID.class), row.getString("owner_name")),
        community == null ? null : new GridPlace(community, row.getString("community_name")),
        row.getString("street"),
        households,
        row.getObject("square_metres", Long.class),
        row.getObject("drawn_on", LocalDate.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        List.copyOf(warnings),
        null);
  }

  private static GridRow outlined(GridRow row, Outline outline) {
    return new GridRow(
        row.id(),
        row.version(),
        row.layer(),
        row.code(),
        row.number(),
        row.name(),
        row.owner(),
        row.community(),
        row.street(),
        row.households(),
        row.squareMetres(),
        row.drawnOn(),
        row.from(),
        row.closedOn(),
        row.warnings(),
        outline);
  }
}
