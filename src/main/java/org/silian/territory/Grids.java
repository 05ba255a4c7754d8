package org.silian.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The grids of the district, in four layers that overlap. */
@Component
public class Grids {

  private final DrawnGrids grids;
  private final GridHomes homes;
  private final JdbcClient jdbc;
  private final Clock clock;

  Grids(DrawnGrids grids, GridHomes homes, JdbcClient jdbc, Clock clock) {
    this.grids = grids;
    this.homes = homes;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Draws a grid in a community or village; its number there is the next one of its layer.
   *
   * @param organisation the community, or an organisation that stands in it and owns the grid, such
   *     as its party organisation
   * @throws Refusal {@code territory.grid-outside-community} anywhere else: never a grid of a
   *     street or the district itself (R-GRD-02)
   */
  @Transactional
  public UUID draw(GridLayer layer, String name, UUID organisation, LocalDate on) {
    var home =
        homes
            .home(organisation)
            .orElseThrow(() -> Refusal.ruleBroken("territory.grid-outside-community"));
    int number =
        jdbc.sql(
                """
                select coalesce(max(number), 0) + 1 from territory_grid
                where community_id = ? and layer = ?""")
            .params(home.community(), layer.name())
            .query((row, n) -> row.getInt(1))
            .single();
    var now = clock.instant();
    var at = on.equals(District.day(now)) ? now : District.start(on);
    return grids.save(Grid.drawn(layer, name, organisation, home, number, on, at)).id();
  }

  /** The layer of a grid. */
  public Optional<GridLayer> layer(UUID grid) {
    return jdbc.sql("select layer from territory_grid where id = ?")
        .param(grid)
        .query((row, n) -> GridLayer.valueOf(row.getString(1)))
        .optional();
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
}
