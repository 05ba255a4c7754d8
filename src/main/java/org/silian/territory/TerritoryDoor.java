package org.silian.territory;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which layers a post sees and draws, and how far. Silian itself may do everything. */
@Component
class TerritoryDoor {

  private final Permissions permissions;
  private final JdbcClient jdbc;

  TerritoryDoor(Permissions permissions, JdbcClient jdbc) {
    this.permissions = permissions;
    this.jdbc = jdbc;
  }

  /** The path of the subtree whose grids the actor sees; all, for Silian itself. */
  String reach(Actor actor) {
    if (actor.role() == null) {
      return "";
    }
    var reach = actor.reach();
    if (reach == null) {
      throw Refusal.forbidden("forbidden");
    }
    return reach;
  }

  List<GridLayer> visible(Actor actor) {
    return Arrays.stream(GridLayer.values())
        .filter(layer -> has(actor, TerritoryPermission.toView(layer)))
        .toList();
  }

  boolean draws(Actor actor, GridLayer layer) {
    return has(actor, TerritoryPermission.toDraw(layer));
  }

  void refuseUnlessVisible(Actor actor, GridLayer layer) {
    if (!has(actor, TerritoryPermission.toView(layer))) {
      throw Refusal.forbidden("territory.layer").at("layer");
    }
  }

  /**
   * Refuses whoever may not draw this layer for the organisation.
   *
   * @throws Refusal {@code territory.layer}, {@code territory.owner}
   */
  void refuseUnlessDrawn(Actor actor, GridLayer layer, UUID organisation) {
    if (!draws(actor, layer)) {
      throw Refusal.forbidden("territory.layer").at("layer");
    }
    boolean stands =
        jdbc.sql(
                """
                select exists (select from organisation
                  where id = :id and dissolved_on is null and starts_with(path, :reach))""")
            .param("id", organisation)
            .param("reach", reach(actor))
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (!stands) {
      throw Refusal.notFound("territory.owner").at("organisation");
    }
  }

  private boolean has(Actor actor, TerritoryPermission permission) {
    var role = actor.role();
    return role == null ? actor.person() == null : permissions.allows(role, permission.id());
  }
}
