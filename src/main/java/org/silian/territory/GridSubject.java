package org.silian.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A grid as timelines and drill-downs name it, for posts that see its layer and reach it. */
@Component
class GridSubject implements SubjectType {

  static final String NAME = "grid";

  private final JdbcClient jdbc;
  private final TerritoryDoor door;

  GridSubject(JdbcClient jdbc, TerritoryDoor door) {
    this.jdbc = jdbc;
    this.door = door;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var layers = door.visible(actor).stream().map(GridLayer::name).toList();
    if (ids.isEmpty() || layers.isEmpty() || actor.reach() == null) {
      return Map.of();
    }
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select g.id, coalesce(g.code, '') as number, g.name
            from territory_grid g join organisation o on o.id = g.organisation_id
            where g.id in (:ids) and g.layer in (:layers) and starts_with(o.path, :reach)""")
        .param("ids", ids)
        .param("layers", layers)
        .param("reach", actor.reach())
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title(row.getString("number"), row.getString("name")));
            });
    return titles;
  }
}
