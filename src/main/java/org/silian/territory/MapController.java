package org.silian.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.tenancy.District;
import org.silian.territory.GridExchange.ImportAnswer;
import org.silian.territory.GridExchange.Take;
import org.silian.territory.GridNumbering.NumberedGrid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The ground under the grids, and whole layers in and out. */
@RestController
@RequestMapping(path = "/api/map", produces = MediaType.APPLICATION_JSON_VALUE)
class MapController {

  static final String GEO_JSON = "application/geo+json";

  private final DistrictMap map;
  private final GridBoard board;
  private final GridExchange exchange;
  private final GridNumbering numbering;
  private final TerritoryDoor door;
  private final MapProperties properties;
  private final Clock clock;

  MapController(
      DistrictMap map,
      GridBoard board,
      GridExchange exchange,
      GridNumbering numbering,
      TerritoryDoor door,
      MapProperties properties,
      Clock clock) {
    this.map = map;
    this.board = board;
    this.exchange = exchange;
    this.numbering = numbering;
    this.door = door;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The ground: everything but the grids.
   *
   * @param boundary of the district; absent where none is shipped, and then its outline is as
   *     schematic as all in it
   * @param communities of the whole district, with schematic (示意) cells
   * @param layers that this post sees
   * @param draws layers that this post draws within its reach
   */
  record MapView(
      @Nullable Outline boundary,
      List<MapCommunity> communities,
      List<GridLayer> layers,
      List<GridLayer> draws,
      @Nullable MapTiles tiles) {}

  /**
   * A community on the map.
   *
   * @param reached whether it lies within the reach of the post in use
   * @param longitude of a point inside its cell, schematic as the cell is
   */
  record MapCommunity(
      UUID id,
      String name,
      UUID street,
      String streetName,
      boolean reached,
      double longitude,
      double latitude,
      Outline cell) {}

  /**
   * Tiles of 天地图.
   *
   * @param approval 审图号, which is shown on the map
   */
  record MapTiles(List<String> hosts, String key, String approval) {}

  @GetMapping
  @Requires("territory.view")
  MapView ground() {
    var actor = Actor.current();
    var cells = map.cells();
    var reached = board.communities(door.reach(actor)).stream().map(c -> c.id()).toList();
    var communities = new ArrayList<MapCommunity>();
    for (var community : board.communities("")) {
      var cell = cells.get(community.code());
      if (cell != null) {
        communities.add(
            new MapCommunity(
                community.id(),
                community.name(),
                community.street(),
                community.streetName(),
                reached.contains(community.id()),
                cell.point().x,
                cell.point().y,
                cell.shape().outline()));
      }
    }
    return new MapView(
        map.boundary().map(Shape::outline).orElse(null),
        communities,
        door.visible(actor),
        door.visible(actor).stream().filter(layer -> door.draws(actor, layer)).toList(),
        tiles());
  }

  private @Nullable MapTiles tiles() {
    var key = properties.tiandituKey();
    var approval = properties.approval();
    return key == null || approval == null
        ? null
        : new MapTiles(properties.tileHosts(), key, approval);
  }

  @GetMapping(path = "/grids", produces = GEO_JSON)
  @Requires("territory.view")
  ResponseEntity<String> export(
      @RequestParam GridLayer layer, @RequestParam(required = false) @Nullable LocalDate on) {
    var day = on == null ? District.day(clock.instant()) : on;
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(GEO_JSON))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"grids-%s-%s.geojson\"".formatted(layer, day))
        .body(exchange.export(layer, day, Actor.current()));
  }

  /**
   * A file of grids.
   *
   * @param on from when on what it says holds
   * @param organisation that owns what names no community
   * @param collection a GeoJSON FeatureCollection, WGS 84; properties {@code code}, {@code name},
   *     {@code community} (12 digits) and {@code households}
   */
  record GridImport(
      GridLayer layer, LocalDate on, @Nullable UUID organisation, Take take, JsonNode collection) {}

  /** The same file again changes nothing, whatever its Idempotency-Key. */
  @PostMapping("/grids")
  @Requires("territory.draw")
  ImportAnswer take(@RequestBody GridImport form) {
    return exchange.take(
        form.layer(),
        form.on(),
        form.organisation(),
        form.take(),
        form.collection(),
        Actor.current());
  }

  @GetMapping("/numbering")
  @Requires("territory.draw")
  List<NumberedGrid> numbering(@RequestParam UUID community) {
    return numbering.suggested(community, Actor.current());
  }

  /** A suggestion of numbers, as somebody saw it and agrees to. */
  record GridNumbers(UUID community, List<NumberedGrid> grids) {}

  @PostMapping("/numbering")
  @Requires("territory.draw")
  List<NumberedGrid> renumber(@RequestBody GridNumbers form) {
    numbering.take(form.community(), form.grids(), Actor.current());
    return numbering.suggested(form.community(), Actor.current());
  }
}
