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

  /** A grid of a community. */
  public record NamedGrid(UUID id, UUID community, String name) {}

  /** All grids of one layer in these communities. */
  public List<NamedGrid> in(GridLayer layer, Collection<UUID> communities) {
    return communities.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, community_id as community, name from territory_grid
                where community_id in (:communities) and layer = :layer order by number""")
            .param("communities", communities)
            .param("layer", layer.name())
            .query(new SimplePropertyRowMapper<>(NamedGrid.class))
            .list();
  }
}
