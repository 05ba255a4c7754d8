package org.silian.territory;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions of grids: written once, never changed. */
@Component
class GridEditions {

  private final JdbcClient jdbc;

  GridEditions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  GridEdition latest(UUID grid) {
    return jdbc.sql(
            """
            select number, from_day, name, households, shape from territory_grid_edition
            where grid_id = ? order by number desc limit 1""")
        .param(grid)
        .query(
            (row, n) -> {
              var shape = row.getString("shape");
              return new GridEdition(
                  row.getInt("number"),
                  row.getObject("from_day", LocalDate.class),
                  row.getString("name"),
                  row.getObject("households", Integer.class),
                  shape == null ? null : Shape.read(shape));
            })
        .single();
  }

  void add(UUID grid, GridEdition edition) {
    var shape = edition.shape();
    jdbc.sql(
            """
            insert into territory_grid_edition
              (grid_id, number, from_day, name, households, shape, square_metres)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .param(grid)
        .param(edition.number())
        .param(edition.from())
        .param(edition.name())
        .param(edition.households())
        .param(shape == null ? null : shape.text())
        .param(shape == null ? null : shape.squareMetres())
        .update();
  }
}
