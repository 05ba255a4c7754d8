package org.silian.territory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The grids of the district, in four layers that overlap. */
@Component
public class Grids {

  /** What of a governance grid may stick out: the boundary itself is no better known. */
  static final long SLIVER = 100;

  private final DrawnGrids grids;
  private final GridEditions editions;
  private final GridHomes homes;
  private final GridIndex index;
  private final DistrictMap map;
  private final TerritoryDoor door;
  private final GridCodes codes;
  private final JdbcClient jdbc;
  private final Clock clock;

  Grids(
      DrawnGrids grids,
      GridEditions editions,
      GridHomes homes,
      GridIndex index,
      DistrictMap map,
      TerritoryDoor door,
      GridCodes codes,
      JdbcClient jdbc,
      Clock clock) {
    this.grids = grids;
    this.editions = editions;
    this.homes = homes;
    this.index = index;
    this.map = map;
    this.door = door;
    this.codes = codes;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A grid to be drawn.
   *
   * @param organisation the community, or what stands in it and owns the grid; a party, police or
   *     special grid may also belong to one that stands in no community
   * @param code given by somebody else; absent, it follows from the next number (R-GRD-03)
   */
  public record Drawing(
      GridLayer layer,
      String name,
      UUID organisation,
      LocalDate on,
      @Nullable Integer households,
      @Nullable Shape shape,
      @Nullable String code) {}

  /** As {@link #draw(Drawing)}, of a grid whose shape is not yet known. */
  @Transactional
  public UUID draw(GridLayer layer, String name, UUID organisation, LocalDate on) {
    return draw(new Drawing(layer, name, organisation, on, null, null, null));
  }

  /**
   * Draws a grid; its number in its community is the next one of its layer.
   *
   * @throws Refusal {@code territory.grid-outside-community} where a governance grid would be one
   *     of a street or the district itself (R-GRD-02), and others, each with its field
   */
  @Transactional
  public UUID draw(Drawing drawing) {
    var layer = drawing.layer();
    door.refuseUnlessDrawn(Actor.current(), layer, drawing.organisation());
    var home = homes.home(drawing.organisation());
    if (home.isEmpty() && layer == GridLayer.GOVERNANCE) {
      throw Refusal.ruleBroken("territory.grid-outside-community").at("organisation");
    }
    refuseOutside(layer, drawing.shape());
    changed(layer);
    var place = home.map(h -> codes.place(layer, h, drawing.code())).orElse(null);
    if (place == null && drawing.code() != null) {
      throw Refusal.invalid("territory.grid-code", "code");
    }
    var grid =
        Grid.drawn(
            layer, drawing.name(), drawing.organisation(), place, drawing.on(), clock.instant());
    var households = Grid.households(drawing.households());
    grids.save(grid);
    editions.add(
        grid.id(), new GridEdition(1, drawing.on(), grid.name(), households, drawing.shape()));
    return grid.id();
  }

  /** Gives a grid another shape from a day on; what it was before is kept. */
  @Transactional
  public void redraw(UUID id, Shape shape, LocalDate from) {
    redraw(id, null, shape, from);
  }

  /** As {@link #redraw(UUID, Shape, LocalDate)}, if it still is at that version. */
  @Transactional
  void redraw(UUID id, @Nullable Revision revision, Shape shape, LocalDate from) {
    var grid = drawable(id, revision);
    refuseOutside(grid.layer(), shape);
    changed(grid.layer());
    var before = editions.latest(id);
    if (before.shape() == null || !before.shape().sameAs(shape)) {
      grid.redraw(before, shape, from, clock.instant());
      grids.save(grid);
      editions.add(id, before.with(from, shape));
    }
  }

  /** Gives a grid another name or number of households from a day on. */
  @Transactional
  void describe(
      UUID id,
      @Nullable Revision revision,
      String name,
      @Nullable Integer households,
      LocalDate from) {
    var grid = drawable(id, revision);
    var before = editions.latest(id);
    if (!name.strip().equals(before.name()) || !Objects.equals(households, before.households())) {
      changed(grid.layer());
      grid.describe(before, name, households, from, clock.instant());
      grids.save(grid);
      editions.add(id, before.with(from, grid.name(), households));
    }
  }

  /** Gives a grid what a file says of it from a day on. */
  @Transactional
  void change(
      UUID id,
      Revision revision,
      String name,
      @Nullable Integer households,
      Shape shape,
      LocalDate from) {
    redraw(id, revision, shape, from);
    describe(id, null, name, households, from);
  }

  /** Closes a grid; {@code on} is the first day on which it is no more. */
  @Transactional
  void close(UUID id, Revision revision, LocalDate on) {
    var grid = drawable(id, revision);
    changed(grid.layer());
    grid.close(editions.latest(id), on, clock.instant());
    grids.save(grid);
  }

  /** Gives grids of one community other numbers, all at once. */
  @Transactional
  void renumber(Map<UUID, Integer> numbers) {
    jdbc.sql(
            """
            set constraints "territory.grid-number-taken", "territory.grid-code-taken" deferred""")
        .update();
    numbers.forEach(
        (id, number) -> {
          var grid = drawable(id, null);
          changed(grid.layer());
          var home = homes.home(grid.organisation()).orElseThrow();
          grid.renumber(number, codes.code(home, number), clock.instant());
          grids.save(grid);
        });
  }

  /** The layer of a grid that stands on a day. */
  public Optional<GridLayer> layer(UUID grid, LocalDate on) {
    return jdbc.sql(
            """
            select layer from territory_grid
            where id = :id and (closed_on is null or closed_on > :on)""")
        .param("id", grid)
        .param("on", on)
        .query((row, n) -> GridLayer.valueOf(row.getString(1)))
        .optional();
  }

  /** The grids of a layer in which a point lay on a day; two where it lies on their border. */
  public List<UUID> at(GridLayer layer, double longitude, double latitude, LocalDate on) {
    return index.at(layer, longitude, latitude, on);
  }

  /** Names of grids by id; what is no grid is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    var names = new HashMap<UUID, String>();
    if (!ids.isEmpty()) {
      jdbc.sql("select id, name from territory_grid where id in (:ids)")
          .param("ids", ids)
          .query(
              row -> {
                names.put(row.getObject(1, UUID.class), row.getString(2));
              });
    }
    return names;
  }

  /** Whoever changes a layer waits for the other, and every node's index of it is void. */
  private void changed(GridLayer layer) {
    jdbc.sql("update territory_layer set revision = ? where layer = ?")
        .params(UuidCreator.getTimeOrderedEpoch(), layer.name())
        .update();
  }

  private Grid drawable(UUID id, @Nullable Revision revision) {
    var grid = grids.findById(id).orElseThrow(() -> Refusal.notFound("territory.grid-not-found"));
    var actor = Actor.current();
    try {
      door.refuseUnlessDrawn(actor, grid.layer(), grid.organisation());
    } catch (Refusal refusal) {
      throw refusal.kind() == Refusal.Kind.NOT_FOUND
          ? Refusal.notFound("territory.grid-not-found")
          : refusal;
    }
    if (revision != null) {
      revision.expect(grid.version());
    }
    return grid;
  }

  /** Only of governance grids is it known for certain that they lie in the district. */
  void refuseOutside(GridLayer layer, @Nullable Shape shape) {
    if (layer == GridLayer.GOVERNANCE && shape != null) {
      map.boundary()
          .map(shape::without)
          .filter(outside -> outside.squareMetres() > SLIVER)
          .ifPresent(
              outside -> {
                throw Refusal.ruleBroken("territory.outside-district")
                    .at("shape")
                    .with("area", outside.squareMetres());
              });
    }
  }
}
