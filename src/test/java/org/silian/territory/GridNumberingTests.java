package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class GridNumberingTests {

  @Test
  void rGrd02_gridsAreNumberedFromWestToEastAndRowByRowFromTheNorth() {
    var places = new LinkedHashMap<UUID, Envelope>();
    var southEast = put(places, 2, 0.1);
    var northEast = put(places, 2, 1.1);
    var southWest = put(places, 0, 0);
    var northWest = put(places, 0, 1);
    var north = put(places, 1, 1.2);
    var notDrawn = UUID.randomUUID();
    var grids = List.of(southEast, notDrawn, northEast, southWest, northWest, north);

    assertThat(GridNumbering.order(grids, places))
        .containsExactly(northWest, north, northEast, southWest, southEast, notDrawn);
  }

  private static UUID put(LinkedHashMap<UUID, Envelope> places, double x, double y) {
    var id = UUID.randomUUID();
    places.put(id, new Envelope(x, x + 1, y, y + 1));
    return id;
  }
}
