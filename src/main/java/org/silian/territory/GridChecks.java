package org.silian.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.silian.territory.GridIndex.Placed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people look at before and after they draw: where grids of one layer overlap and where none
 * lies. Answers, not refusals; a sliver no wider than the pen is left out.
 */
@Component
class GridChecks {

  /** Households of a grid, by R-GRD-01; beyond these somebody should look. */
  static final int FEWEST = 200;

  static final int MOST = 800;

  private static final int LISTED = 300;
  private static final String INTERIORS_MEET = "T********";

  private final GridIndex index;
  private final DistrictMap map;
  private final GridBoard board;
  private final TerritoryDoor door;
  private final JdbcClient jdbc;

  GridChecks(
      GridIndex index, DistrictMap map, GridBoard board, TerritoryDoor door, JdbcClient jdbc) {
    this.index = index;
    this.map = map;
    this.board = board;
    this.door = door;
    this.jdbc = jdbc;
  }

  /** A grid, as a check names it. */
  record NamedGrid(UUID id, String name, @Nullable String code, @Nullable String community) {}

  /** Where two grids overlap. */
  record GridOverlap(NamedGrid first, NamedGrid second, long squareMetres, Outline outline) {}

  /** Where no grid lies. */
  record GridGap(long squareMetres, Outline outline) {}

  /**
   * How a layer lies.
   *
   * @param gaps inside the cells (示意) of the communities looked at; inside the boundary for the
   *     whole district
   */
  record LayerCheck(List<GridOverlap> overlaps, List<GridGap> gaps) {}

  /** Where a shape overlaps a grid that is there. */
  record DraftOverlap(NamedGrid grid, long squareMetres, Outline outline) {}

  /**
   * How a shape would lie that is not saved yet.
   *
   * @param outside what of it lies outside the district
   */
  record DraftCheck(long squareMetres, List<DraftOverlap> overlaps, @Nullable GridGap outside) {}

  private record Overlap(UUID first, UUID second, Shape shape) {}

  /** Overlaps of grids within reach, with each other and with others, and gaps within reach. */
  LayerCheck layer(GridLayer layer, LocalDate on, @Nullable UUID community, Actor actor) {
    door.refuseUnlessVisible(actor, layer);
    var placed = index.on(layer, on);
    var mine = within(layer, community, actor);
    var overlaps = overlaps(layer, on, placed, mine);
    var names =
        named(
            overlaps.stream()
                .flatMap(o -> java.util.stream.Stream.of(o.first(), o.second()))
                .collect(Collectors.toSet()));
    return new LayerCheck(
        overlaps.stream()
            .map(
                o ->
                    new GridOverlap(
                        name(names, o.first()),
                        name(names, o.second()),
                        o.shape().squareMetres(),
                        o.shape().outline()))
            .sorted(Comparator.comparingLong(GridOverlap::squareMetres).reversed())
            .limit(LISTED)
            .toList(),
        gaps(placed, community, actor));
  }

  /**
   * How a shape would lie on a day.
   *
   * @param grid that would have it, and is not compared with itself
   */
  DraftCheck draft(GridLayer layer, LocalDate on, Shape shape, @Nullable UUID grid, Actor actor) {
    door.refuseUnlessVisible(actor, layer);
    var others =
        index.near(layer, on, shape.geometry().getEnvelopeInternal()).stream()
            .filter(placed -> !placed.grid().equals(grid))
            .map(
                placed ->
                    new Overlap(placed.grid(), placed.grid(), placed.shape().intersection(shape)))
            .filter(overlap -> overlap.shape().squareMetres() > Grids.SLIVER)
            .toList();
    var names = named(others.stream().map(Overlap::first).collect(Collectors.toSet()));
    var outside = map.boundary().map(shape::without).filter(s -> s.squareMetres() > Grids.SLIVER);
    return new DraftCheck(
        shape.squareMetres(),
        others.stream()
            .map(
                o ->
                    new DraftOverlap(
                        name(names, o.first()), o.shape().squareMetres(), o.shape().outline()))
            .sorted(Comparator.comparingLong(DraftOverlap::squareMetres).reversed())
            .toList(),
        outside.map(s -> new GridGap(s.squareMetres(), s.outline())).orElse(null));
  }

  private List<Overlap> overlaps(
      GridLayer layer, LocalDate on, List<Placed> placed, Set<UUID> mine) {
    var found = new ArrayList<Overlap>();
    for (var one : placed) {
      if (mine.contains(one.grid())) {
        var relation = RelateNG.prepare(one.shape().geometry());
        for (var other : index.near(layer, on, one.shape().geometry().getEnvelopeInternal())) {
          // Of two within reach, only one meets the other.
          boolean met =
              other.grid().equals(one.grid())
                  || (mine.contains(other.grid()) && other.grid().compareTo(one.grid()) < 0);
          if (!met && relation.evaluate(other.shape().geometry(), INTERIORS_MEET)) {
            var shape = one.shape().intersection(other.shape());
            if (shape.squareMetres() > Grids.SLIVER) {
              found.add(new Overlap(one.grid(), other.grid(), shape));
            }
          }
        }
      }
    }
    return found;
  }

  private List<GridGap> gaps(List<Placed> placed, @Nullable UUID community, Actor actor) {
    return ground(community, actor)
        .without(Shape.union(placed.stream().map(Placed::shape).toList()))
        .parts()
        .stream()
        .filter(part -> part.squareMetres() > Grids.SLIVER)
        .sorted(Comparator.comparingLong(Shape::squareMetres).reversed())
        .limit(LISTED)
        .map(part -> new GridGap(part.squareMetres(), part.outline()))
        .toList();
  }

  /** The ground on which the actor should find grids. */
  private Shape ground(@Nullable UUID community, Actor actor) {
    var cells = map.cells();
    var looked =
        board.communities(door.reach(actor)).stream()
            .filter(c -> community == null || c.id().equals(community))
            .toList();
    if (community != null && looked.isEmpty()) {
      throw Refusal.notFound("territory.community").at("community");
    }
    var boundary = map.boundary();
    if (community == null && looked.size() == cells.size() && boundary.isPresent()) {
      return boundary.get();
    }
    return Shape.union(
        looked.stream()
            .flatMap(c -> java.util.Optional.ofNullable(cells.get(c.code())).stream())
            .map(SchematicPlan.Cell::shape)
            .toList());
  }

  private Set<UUID> within(GridLayer layer, @Nullable UUID community, Actor actor) {
    return Set.copyOf(
        jdbc.sql(
                """
                select g.id from territory_grid g join organisation o on o.id = g.organisation_id
                where g.layer = :layer and starts_with(o.path, :reach)
                  and (:community::uuid is null or g.community_id = :community)""")
            .param("layer", layer.name())
            .param("reach", door.reach(actor))
            .param("community", community)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }

  private Map<UUID, NamedGrid> named(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select g.id, g.name, g.code, c.name as community
            from territory_grid g left join organisation c on c.id = g.community_id
            where g.id in (:ids)""")
        .param("ids", ids)
        .query(
            (row, n) ->
                new NamedGrid(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("code"),
                    row.getString("community")))
        .list()
        .stream()
        .collect(Collectors.toMap(NamedGrid::id, Function.identity()));
  }

  private static NamedGrid name(Map<UUID, NamedGrid> names, UUID id) {
    return names.getOrDefault(id, new NamedGrid(id, "", null, null));
  }
}
