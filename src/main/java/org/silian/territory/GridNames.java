package org.silian.territory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds grids by the names people call them. */
@Component
public class GridNames {

  private final JdbcClient jdbc;

  GridNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A grid.
   *
   * @param home the community in which it lies, or where it spans several its owner
   */
  public record NamedGrid(UUID id, UUID home, String name) {}

  /** All standing grids of one layer that lie in these organisations or are owned by them. */
  public List<NamedGrid> in(GridLayer layer, Collection<UUID> homes) {
    return homes.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, coalesce(community_id, organisation_id) as home, name
                from territory_grid
                where (community_id in (:homes) or organisation_id in (:homes))
                  and layer = :layer and closed_on is null
                order by number, id""")
            .param("homes", homes)
            .param("layer", layer.name())
            .query(new SimplePropertyRowMapper<>(NamedGrid.class))
            .list();
  }
}
