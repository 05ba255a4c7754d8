package org.silian.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds grids by place: a tree for each layer of a district, holding every edition with its days.
 * Before each use the layer's revision is read, so that a change made on any node is seen at once.
 */
@Component
class GridIndex {

  private static final int KEPT = 64;

  private final JdbcClient jdbc;
  private final Map<Key, Tree> trees =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tree> eldest) {
          return size() > KEPT;
        }
      };

  GridIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A shape that a grid had from a day on, until the day before another. */
  record Placed(UUID grid, LocalDate from, @Nullable LocalDate until, Shape shape) {

    boolean heldOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  private record Key(String district, GridLayer layer) {}

  private record Tree(UUID revision, STRtree tree) {}

  /** All shapes of a layer on a day. */
  List<Placed> on(GridLayer layer, LocalDate day) {
    return near(layer, day, new Envelope(-180, 180, -90, 90));
  }

  /** Those near some place. */
  List<Placed> near(GridLayer layer, LocalDate day, Envelope place) {
    var found = new ArrayList<Placed>();
    tree(layer)
        .query(
            place,
            item -> {
              var placed = (Placed) item;
              if (placed.heldOn(day)) {
                found.add(placed);
              }
            });
    return found;
  }

  List<UUID> at(GridLayer layer, double longitude, double latitude, LocalDate day) {
    var place = new Coordinate(longitude, latitude);
    var point = Shape.FACTORY.createPoint(place);
    return near(layer, day, new Envelope(place)).stream()
        .filter(placed -> placed.shape().geometry().intersects(point))
        .map(Placed::grid)
        .sorted()
        .toList();
  }

  private STRtree tree(GridLayer layer) {
    var key = new Key(District.current().code(), layer);
    // Read first: what is loaded after it is at least as new.
    var revision =
        jdbc.sql("select revision from territory_layer where layer = ?")
            .param(layer.name())
            .query((row, n) -> row.getObject(1, UUID.class))
            .single();
    synchronized (trees) {
      var known = trees.get(key);
      if (known != null && known.revision().equals(revision)) {
        return known.tree();
      }
    }
    var tree = load(layer);
    synchronized (trees) {
      trees.put(key, new Tree(revision, tree));
    }
    return tree;
  }

  private STRtree load(GridLayer layer) {
    var tree = new STRtree();
    jdbc.sql(
            """
            select e.grid_id, e.from_day, e.shape, coalesce(
              lead(e.from_day) over (partition by e.grid_id order by e.number), g.closed_on) as until
            from territory_grid_edition e join territory_grid g on g.id = e.grid_id
            where g.layer = ?""")
        .param(layer.name())
        .query(
            row -> {
              var text = row.getString("shape");
              var from = row.getObject("from_day", LocalDate.class);
              var until = row.getObject("until", LocalDate.class);
              if (text != null && !from.equals(until)) {
                var shape = Shape.read(text);
                tree.insert(
                    shape.geometry().getEnvelopeInternal(),
                    new Placed(row.getObject("grid_id", UUID.class), from, until, shape));
              }
            });
    tree.build();
    return tree;
  }
}
