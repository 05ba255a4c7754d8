package org.silian.territory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers for the governance grids of a community by where they lie: from west to east, row by row
 * from north to south (R-GRD-02). A suggestion; nothing is renumbered unless somebody says so.
 */
@Component
class GridNumbering {

  private final GridBoard board;
  private final GridIndex index;
  private final Grids grids;
  private final Clock clock;

  GridNumbering(GridBoard board, GridIndex index, Grids grids, Clock clock) {
    this.board = board;
    this.index = index;
    this.grids = grids;
    this.clock = clock;
  }

  /** A grid with the number it has and the one it would have. */
  record NumberedGrid(UUID grid, String name, int before, int after) {}

  /** All grids of a community, in the order of where they lie; what is not drawn comes last. */
  List<NumberedGrid> suggested(UUID community, Actor actor) {
    var today = District.day(clock.instant());
    var places =
        index.on(GridLayer.GOVERNANCE, today).stream()
            .collect(
                Collectors.toMap(
                    GridIndex.Placed::grid,
                    placed -> placed.shape().geometry().getEnvelopeInternal()));
    var rows =
        board.layer(GridLayer.GOVERNANCE, today, actor, community, null).stream()
            .filter(row -> row.number() != null)
            .toList();
    var order = order(rows.stream().map(GridBoard.GridRow::id).toList(), places);
    var free = rows.stream().map(GridNumbering::number).sorted().toList();
    return rows.stream()
        .map(
            row ->
                new NumberedGrid(
                    row.id(), row.name(), number(row), free.get(order.indexOf(row.id()))))
        .sorted(Comparator.comparingInt(NumberedGrid::after))
        .toList();
  }

  /**
   * Takes a suggestion as somebody saw it.
   *
   * @throws Refusal {@code stale} where it would be another by now
   */
  @Transactional
  void take(UUID community, List<NumberedGrid> seen, Actor actor) {
    var now = suggested(community, actor);
    if (!now.equals(seen)) {
      throw Refusal.stale();
    }
    grids.renumber(
        now.stream()
            .filter(grid -> grid.before() != grid.after())
            .collect(Collectors.toMap(NumberedGrid::grid, NumberedGrid::after)));
  }

  private static int number(GridBoard.GridRow row) {
    var number = row.number();
    return number == null ? 0 : number;
  }

  /** Rows from the north: a grid is of a row if its middle lies north of the first one's foot. */
  static List<UUID> order(List<UUID> grids, Map<UUID, Envelope> places) {
    var drawn = new ArrayList<>(grids.stream().filter(places::containsKey).toList());
    drawn.sort(Comparator.comparingDouble((UUID id) -> -middle(places, id, false)));
    var ordered = new ArrayList<UUID>();
    while (!drawn.isEmpty()) {
      double foot = place(places, drawn.getFirst()).getMinY();
      var row =
          drawn.stream()
              .filter(id -> middle(places, id, false) > foot)
              .sorted(Comparator.comparingDouble((UUID id) -> middle(places, id, true)))
              .toList();
      ordered.addAll(row);
      drawn.removeAll(row);
    }
    grids.stream().filter(id -> !places.containsKey(id)).forEach(ordered::add);
    return ordered;
  }

  private static double middle(Map<UUID, Envelope> places, UUID id, boolean east) {
    var centre = place(places, id).centre();
    return east ? centre.x : centre.y;
  }

  private static Envelope place(Map<UUID, Envelope> places, UUID id) {
    return places.getOrDefault(id, new Envelope());
  }
}
