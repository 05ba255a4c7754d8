package org.silian.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.problem.Problems;
import org.silian.problem.Refusal;
import org.silian.territory.GridBoard.GridRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Layers as GeoJSON (RFC 7946), WGS 84: out as of a day, and in, which may be tried first. */
@Component
class GridExchange {

  private static final int MOST = 3_000;
  private static final int COMMUNITY_DIGITS = 12;

  private final GridBoard board;
  private final Grids grids;
  private final GridEditions editions;
  private final GridCodes codes;
  private final TerritoryDoor door;
  private final Problems problems;

  GridExchange(
      GridBoard board,
      Grids grids,
      GridEditions editions,
      GridCodes codes,
      TerritoryDoor door,
      Problems problems) {
    this.board = board;
    this.grids = grids;
    this.editions = editions;
    this.codes = codes;
    this.door = door;
    this.problems = problems;
  }

  /** How much of a file is taken. */
  enum Take {
    /** Nothing; it is only looked at. */
    NOTHING,
    /** All of it, or nothing where something in it is wrong. */
    ALL,
    /** What is right. */
    GOOD
  }

  /** What a feature would do, or did. */
  enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * What became of a feature.
   *
   * @param index in the file, from 0
   * @param field of its properties at fault; {@code shape} for its geometry
   * @param reason why it is refused, in words
   */
  record FeatureLine(
      int index,
      @Nullable String code,
      @Nullable String name,
      Outcome outcome,
      @Nullable String problem,
      @Nullable String field,
      @Nullable String reason) {}

  /** What became of a file. */
  record ImportAnswer(boolean taken, List<FeatureLine> lines) {}

  /** A feature that can be taken. */
  private record Ready(
      int index,
      String name,
      @Nullable String code,
      @Nullable Integer households,
      UUID organisation,
      Shape shape,
      @Nullable GridRow known,
      Outcome outcome) {}

  /** All grids within reach of one import, by what a feature may call them. */
  private record Known(
      Map<String, GridRow> byCode, Map<String, GridRow> byName, Map<String, UUID> communities) {}

  /**
   * Takes a FeatureCollection. A feature is the grid with its code, or, without a code, the one of
   * its name in its community: the same file again changes nothing.
   *
   * @param owner of what names no community; party, police and special grids alone
   */
  @Transactional
  ImportAnswer take(
      GridLayer layer,
      LocalDate on,
      @Nullable UUID owner,
      Take take,
      JsonNode collection,
      Actor actor) {
    if (!door.draws(actor, layer)) {
      throw Refusal.forbidden("territory.layer").at("layer");
    }
    var features = collection.get("features");
    if (!"FeatureCollection".equals(collection.path("type").asString(""))
        || features == null
        || !features.isArray()) {
      throw Refusal.invalid("territory.collection", "collection");
    }
    if (features.size() > MOST) {
      throw Refusal.invalid("territory.collection-large", "collection").with("most", MOST);
    }
    if (collection.has("crs")) {
      throw Refusal.invalid("territory.collection-crs", "collection");
    }
    var known = known(layer, on, actor);
    var seen = new HashSet<String>();
    var lines = new ArrayList<FeatureLine>();
    var ready = new ArrayList<Ready>();
    for (int i = 0; i < features.size(); i++) {
      var feature = features.get(i);
      try {
        var one = read(i, feature, layer, on, owner, known, seen, actor);
        ready.add(one);
        lines.add(new FeatureLine(i, one.code(), one.name(), one.outcome(), null, null, null));
      } catch (Refusal refusal) {
        lines.add(
            new FeatureLine(
                i,
                GridFeature.text(feature, "code", "编码"),
                GridFeature.text(feature, "name", "名称"),
                Outcome.REFUSED,
                refusal.code(),
                refusal.field(),
                problems.of(refusal).title()));
      }
    }
    boolean taken = take == Take.GOOD || (take == Take.ALL && ready.size() == lines.size());
    if (taken) {
      ready.forEach(one -> apply(one, layer, on));
    }
    return new ImportAnswer(taken, lines);
  }

  /** A layer within reach as of a day, as a FeatureCollection. */
  String export(GridLayer layer, LocalDate on, Actor actor) {
    var codes = new HashMap<UUID, String>();
    board.communities(door.reach(actor)).forEach(c -> codes.put(c.id(), c.code()));
    var features =
        board.exact(layer, on, actor).stream()
            .filter(row -> row.outline() != null)
            .map(row -> feature(row, codes))
            .toList();
    var collection = new LinkedHashMap<String, Object>();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return JsonMapper.shared().writeValueAsString(collection);
  }

  private static Map<String, Object> feature(GridRow row, Map<UUID, String> codes) {
    var properties = new LinkedHashMap<String, Object>();
    put(properties, "layer", row.layer().name());
    put(properties, "code", row.code());
    put(properties, "name", row.name());
    var community = row.community();
    put(properties, "community", community == null ? null : codes.get(community.id()));
    put(properties, "communityName", community == null ? null : community.name());
    put(properties, "households", row.households());
    put(properties, "from", row.from().toString());
    var feature = new LinkedHashMap<String, Object>();
    feature.put("type", "Feature");
    feature.put("id", row.id().toString());
    feature.put("properties", properties);
    put(feature, "geometry", row.outline());
    return feature;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private Known known(GridLayer layer, LocalDate on, Actor actor) {
    var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (var row : board.exact(layer, on, actor)) {
      if (row.code() != null) {
        known.byCode().put(row.code(), row);
      }
      var place = row.community() == null ? row.owner() : row.community();
      known.byName().put(place.id() + row.name(), row);
    }
    board.communities(door.reach(actor)).forEach(c -> known.communities().put(c.code(), c.id()));
    return known;
  }

  private Ready read(
      int index,
      JsonNode feature,
      GridLayer layer,
      LocalDate on,
      @Nullable UUID owner,
      Known known,
      Set<String> seen,
      Actor actor) {
    var name = GridFeature.text(feature, "name", "名称");
    var code = GridFeature.text(feature, "code", "编码");
    var plain = Grid.name(name == null ? "" : name);
    var community = GridFeature.text(feature, "community", "社区编码");
    if (community == null && code != null && code.length() > COMMUNITY_DIGITS) {
      community = code.substring(0, COMMUNITY_DIGITS);
    }
    var organisation = community == null ? owner : known.communities().get(community);
    if (organisation == null) {
      throw Refusal.notFound("territory.community").at("community");
    }
    door.refuseUnlessDrawn(actor, layer, organisation);
    var row = code == null ? known.byName().get(organisation + plain) : known.byCode().get(code);
    if (!seen.add(row != null ? row.id().toString() : code == null ? organisation + plain : code)) {
      throw Refusal.conflict("territory.grid-twice").at("code");
    }
    var shape = Shape.drawn(GridFeature.outline(feature.path("geometry")));
    grids.refuseOutside(layer, shape);
    var households = Grid.households(GridFeature.households(feature));
    if (row == null) {
      codes.refuseUnlikely(code, organisation);
      return new Ready(index, plain, code, households, organisation, shape, null, Outcome.NEW);
    }
    if (on.isBefore(row.from())) {
      throw Refusal.invalid("territory.grid-day", "from").with("first", row.from());
    }
    var before = editions.latest(row.id());
    boolean same =
        before.shape() != null
            && before.shape().sameAs(shape)
            && plain.equals(before.name())
            && (households == null || households.equals(before.households()));
    return new Ready(
        index,
        plain,
        row.code(),
        households == null ? before.households() : households,
        organisation,
        shape,
        row,
        same ? Outcome.UNCHANGED : Outcome.CHANGED);
  }

  private void apply(Ready one, GridLayer layer, LocalDate on) {
    var known = one.known();
    if (known == null) {
      grids.draw(
          new Grids.Drawing(
              layer,
              one.name(),
              one.organisation(),
              on,
              one.households(),
              one.shape(),
              one.code()));
    } else if (one.outcome() == Outcome.CHANGED) {
      var revision = new Revision(known.version());
      grids.change(known.id(), revision, one.name(), one.households(), one.shape(), on);
    }
  }
}
