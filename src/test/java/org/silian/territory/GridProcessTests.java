package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Subjects;
import org.silian.journal.Timelines;
import org.silian.organisation.OrganisationDirectory;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.GridController.GridClosing;
import org.silian.territory.GridController.GridDraft;
import org.silian.territory.GridController.GridForm;
import org.silian.territory.GridController.GridNameForm;
import org.silian.territory.GridController.GridPoint;
import org.silian.territory.GridController.GridRecord;
import org.silian.territory.GridController.GridShapeForm;
import org.silian.territory.GridController.GridStep;
import org.silian.territory.GridExchange.Outcome;
import org.silian.territory.GridExchange.Take;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Grids, from the drawing to the map of an earlier day, on a real database. */
@ModuleTest
class GridProcessTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
  private static final double STEP = 0.004;

  @Autowired GridController grids;
  @Autowired MapController map;
  @Autowired Grids drawing;
  @Autowired GridIndex index;
  @Autowired DistrictMap ground;
  @Autowired TestDistrict town;
  @Autowired OrganisationDirectory directory;
  @Autowired Timelines timelines;
  @Autowired Subjects subjects;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void inChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  /** A community with the street worker who draws there, and places inside its schematic cell. */
  private final class Scene {

    final UUID community;
    final Actor worker;
    final double longitude;
    final double latitude;

    Scene(String name) {
      community = town.community(name);
      worker = streetWorker(community);
      var cell = ground.cells().get(directory.get(community).division());
      longitude = cell.point().x;
      latitude = cell.point().y;
    }

    /** A square, so many steps east and north of the community's place. */
    Outline square(double east, double north) {
      double x = longitude + east * STEP;
      double y = latitude + north * STEP;
      return Outline.of(
          new double[][][][] {
            {{{x, y}, {x + STEP, y}, {x + STEP, y + STEP}, {x, y + STEP}, {x, y}}}
          });
    }

    GridRecord draw(GridLayer layer, String name, Outline outline, LocalDate on) {
      return worker.call(
          () ->
              body(
                  grids.draw(
                      UUID.randomUUID().toString(),
                      new GridForm(layer, name, community, on, null, outline))));
    }

    GridRecord draw(String name, Outline outline, LocalDate on) {
      return draw(GridLayer.GOVERNANCE, name, outline, on);
    }

    GridRecord redraw(GridRecord grid, Outline outline, LocalDate from) {
      return worker.call(
          () ->
              body(
                  grids.redraw(
                      grid.grid().id(),
                      "\"" + grid.grid().version() + "\"",
                      new GridShapeForm(outline, from))));
    }

    GridRecord close(GridRecord grid, LocalDate on) {
      return worker.call(
          () ->
              body(
                  grids.close(
                      grid.grid().id(), "\"" + grid.grid().version() + "\"", new GridClosing(on))));
    }

    List<GridBoard.GridRow> list(LocalDate on) {
      return worker.call(() -> grids.layer(GridLayer.GOVERNANCE, on, community, null));
    }

    List<UUID> at(double east, double north, LocalDate on) {
      return worker.call(
          () ->
              grids.at(new GridPoint(longitude + east * STEP, latitude + north * STEP, on)).stream()
                  .map(GridBoard.GridRow::id)
                  .toList());
    }
  }

  private Actor streetWorker(UUID community) {
    var street = directory.get(directory.get(community).parent()).id();
    return town.appointed(Role.STREET_WORKER, street);
  }

  @Test
  void aRedrawnGridHasItsOldShapeOnEarlierDays() {
    var scene = new Scene("秀灵南社区");
    var before = scene.square(0, 0);
    var grid = scene.draw("第一网格", before, SPRING);
    var after = scene.redraw(grid, scene.square(1, 0), SUMMER);

    assertThat(scene.list(SPRING.minusDays(1))).isEmpty();
    assertThat(scene.list(SUMMER.minusDays(1)))
        .singleElement()
        .satisfies(row -> assertThat(row.outline()).hasToString(rough(before)));
    assertThat(scene.list(SUMMER))
        .singleElement()
        .satisfies(row -> assertThat(row.outline()).hasToString(rough(scene.square(1, 0))));
    assertThat(after.editions())
        .extracting(GridBoard.GridEditionRow::from)
        .containsExactly(SUMMER, SPRING);
    assertThat(after.grid().version()).isGreaterThan(grid.grid().version());
    assertThat(timelines.of(new Subject("grid", grid.grid().id())))
        .extracting(Timelines.TimelineEntry::sentence)
        .anyMatch(s -> s.contains("重新划定“第一网格”，自2026-07-01起"))
        .anyMatch(s -> s.contains("在秀灵南社区划定治理网格“第一网格”"));
  }

  @Test
  void whichGridAPointLiesInIsTrueOnEveryNodeAtOnce() {
    var scene = new Scene("秀灵北社区");
    var grid = scene.draw("第一网格", scene.square(0, 0), SPRING);
    var id = grid.grid().id();
    var otherNode = new GridIndex(jdbc);
    double longitude = scene.longitude + STEP / 2;
    double latitude = scene.latitude + STEP / 2;

    assertThat(scene.at(0.5, 0.5, TODAY)).containsExactly(id);
    assertThat(scene.at(1.5, 0.5, TODAY)).isEmpty();
    assertThat(otherNode.at(GridLayer.GOVERNANCE, longitude, latitude, TODAY)).containsExactly(id);

    scene.redraw(grid, scene.square(1, 0), SUMMER);

    assertThat(otherNode.at(GridLayer.GOVERNANCE, longitude, latitude, TODAY)).isEmpty();
    assertThat(otherNode.at(GridLayer.GOVERNANCE, longitude, latitude, SPRING)).containsExactly(id);
    assertThat(index.at(GridLayer.GOVERNANCE, longitude + STEP, latitude, TODAY))
        .containsExactly(id);
    assertThat(scene.at(0.5, 0.5, TODAY)).isEmpty();
  }

  @Test
  void aClosedGridIsGoneFromThatDayOnAndAPartyGridCountsNoMore() {
    var scene = new Scene("友爱南社区");
    var grid = scene.draw("第一网格", scene.square(0, 0), SPRING);
    var closed = scene.close(grid, SUMMER);

    assertThat(scene.list(SUMMER.minusDays(1))).hasSize(1);
    assertThat(scene.list(SUMMER)).isEmpty();
    assertThat(scene.at(0.5, 0.5, SUMMER)).isEmpty();
    assertThat(closed.steps()).isEmpty();
    refused("territory.grid-closed", () -> scene.redraw(closed, scene.square(1, 0), TODAY));
    assertThat(new GridClosed(grid.grid().id(), GridLayer.PARTY, scene.community, null).measures())
        .extracting(m -> m.figure() + m.amount())
        .containsExactly("N11-1");
  }

  @Test
  void editionsFollowEachOtherAndTheFutureIsNotDrawn() {
    var scene = new Scene("明湖社区");
    var grid = scene.draw("第一网格", scene.square(0, 0), SUMMER);

    refused("territory.grid-day", () -> scene.redraw(grid, scene.square(1, 0), SPRING));
    refused(
        "territory.grid-future", () -> scene.redraw(grid, scene.square(1, 0), TODAY.plusDays(1)));
    refused("territory.grid-future", () -> scene.draw("明天", scene.square(1, 0), TODAY.plusDays(1)));
    var redrawn = scene.redraw(grid, scene.square(1, 0), TODAY);
    refused("stale", () -> scene.redraw(grid, scene.square(2, 0), TODAY));
    assertThat(scene.redraw(redrawn, scene.square(1, 0), TODAY).editions()).hasSize(2);
  }

  @Test
  void aGridKeepsWhatItWasCalled() {
    var scene = new Scene("唐山路社区");
    var grid = scene.draw("旧名", scene.square(0, 0), SPRING).grid();

    scene.worker.run(
        () ->
            grids.describe(
                grid.id(), "\"" + grid.version() + "\"", new GridNameForm("新名", 900, SUMMER)));

    assertThat(scene.list(SPRING)).extracting(GridBoard.GridRow::name).containsExactly("旧名");
    assertThat(scene.list(TODAY))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.name()).isEqualTo("新名");
              assertThat(row.outline()).isNotNull();
              assertThat(row.warnings()).containsExactly(GridBoard.GridWarning.SIZE);
            });
  }

  @Test
  void rGrd01_aSizeOutside200To800HouseholdsIsAWarningAndNoRefusal() {
    assertThat(warnings(199)).containsExactly(GridBoard.GridWarning.SIZE);
    assertThat(warnings(200)).isEmpty();
    assertThat(warnings(800)).isEmpty();
    assertThat(warnings(801)).containsExactly(GridBoard.GridWarning.SIZE);
  }

  private List<GridBoard.GridWarning> warnings(int households) {
    var scene = new Scene("中华中路社区");
    var form =
        new GridForm(
            GridLayer.GOVERNANCE,
            "网格" + households,
            scene.community,
            TODAY,
            households,
            scene.square(0, 0));
    return scene.worker.call(
        () -> body(grids.draw(UUID.randomUUID().toString(), form)).grid().warnings());
  }

  @Test
  void rGrd02_aGovernanceGridBelongsToOneCommunityAndLiesInTheDistrict() {
    var scene = new Scene("衡阳南社区");
    var street = directory.get(scene.community).parent();
    var form = new GridForm(GridLayer.GOVERNANCE, "街道网格", street, TODAY, null, scene.square(0, 0));

    refused(
        "territory.grid-outside-community",
        () -> scene.worker.call(() -> grids.draw("street-grid", form)));
    refused("territory.outside-district", () -> scene.draw("海上网格", scene.square(500, 0), TODAY));
  }

  @Test
  void rGrd03_aCodeIsThatOfTheCommunityAndThreeDigits() {
    var scene = new Scene("沈阳路社区");
    var division = directory.get(scene.community).division();

    assertThat(scene.draw("甲", scene.square(0, 0), TODAY).grid().code())
        .isEqualTo(division + "001");
    assertThat(scene.draw("乙", scene.square(1, 0), TODAY).grid().code())
        .isEqualTo(division + "002");
    var longer = new MapProperties("", " ", 4);
    assertThat(longer.lastNumber()).isEqualTo(9999);
    assertThatThrownBy(() -> new MapProperties(null, null, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPartyGridMaySpanCommunitiesAndThenHasNoCode() {
    var scene = new Scene("华强社区");
    var department = town.appointed(Role.ORGANISATION_DEPARTMENT, town.root());
    var street = directory.get(scene.community).parent();

    var grid =
        department.call(
            () ->
                body(grids.draw(
                        "spanning",
                        new GridForm(
                            GridLayer.PARTY, "大网格", street, TODAY, null, scene.square(0, 0))))
                    .grid());

    assertThat(grid.code()).isNull();
    assertThat(grid.community()).isNull();
    assertThat(grid.owner().id()).isEqualTo(street);
    refused("territory.layer", () -> scene.draw(GridLayer.PARTY, "党建", scene.square(0, 0), TODAY));
    refused(
        "territory.layer",
        () ->
            department.call(
                () ->
                    grids.draw(
                        "not-hers",
                        new GridForm(
                            GridLayer.GOVERNANCE,
                            "治理",
                            scene.community,
                            TODAY,
                            null,
                            scene.square(0, 0)))));
  }

  @Test
  void overlapsAreNamedBeforeAndAfterSavingAndHinderNothing() {
    var scene = new Scene("万力社区");
    scene.draw("甲", scene.square(0, 0), SPRING);

    var draft =
        scene.worker.call(
            () ->
                grids.checkDraft(
                    new GridDraft(GridLayer.GOVERNANCE, TODAY, null, scene.square(0.5, 0))));
    assertThat(draft.overlaps()).extracting(o -> o.grid().name()).containsExactly("甲");
    assertThat(draft.overlaps().getFirst().squareMetres() * 2)
        .isCloseTo(draft.squareMetres(), org.assertj.core.data.Percentage.withPercentage(1));

    var second = scene.draw("乙", scene.square(0.5, 0), TODAY);
    assertThat(overlaps(scene, TODAY)).containsExactly("乙×甲");
    assertThat(overlaps(scene, SPRING)).isEmpty();
    var own =
        scene.worker.call(
            () ->
                grids.checkDraft(
                    new GridDraft(
                        GridLayer.GOVERNANCE, TODAY, second.grid().id(), scene.square(1, 0))));
    assertThat(own.overlaps()).isEmpty();

    scene.redraw(second, scene.square(1, 0), TODAY);
    assertThat(overlaps(scene, TODAY)).isEmpty();
  }

  private List<String> overlaps(Scene scene, LocalDate on) {
    return scene.worker.call(
        () ->
            grids.checkLayer(GridLayer.GOVERNANCE, on, scene.community).overlaps().stream()
                .map(o -> java.util.stream.Stream.of(o.first().name(), o.second().name()))
                .map(names -> names.sorted().collect(java.util.stream.Collectors.joining("×")))
                .toList());
  }

  @Test
  void gapsAreWhatOfACommunitysCellHasNoGrid() {
    var scene = new Scene("秀厢路社区");
    var cell = ground.cells().get(directory.get(scene.community).division()).shape();
    var halves = Cutting.cut(cell, List.of(1, 1));

    scene.draw("西半", halves.getFirst().outline(), TODAY);
    assertThat(gaps(scene))
        .isCloseTo(
            halves.getLast().squareMetres(), org.assertj.core.data.Percentage.withPercentage(1));

    scene.draw("东半", halves.getLast().outline(), TODAY);
    assertThat(gaps(scene)).isZero();
  }

  private long gaps(Scene scene) {
    return scene.worker.call(
        () ->
            grids.checkLayer(GridLayer.GOVERNANCE, TODAY, scene.community).gaps().stream()
                .mapToLong(GridChecks.GridGap::squareMetres)
                .sum());
  }

  @Test
  void aPostSeesAndDrawsWithinItsReachOnly() {
    var scene = new Scene("新秀社区");
    var grid = scene.draw("第一网格", scene.square(0, 0), TODAY);
    var here = town.appointed(Role.COMMUNITY_WORKER, scene.community);
    var elsewhere = town.appointed(Role.STREET_WORKER, otherStreet(scene.community));

    assertThat(here.call(() -> grids.read(grid.grid().id(), null)).getBody())
        .satisfies(
            seen -> {
              assertThat(seen.steps()).isEmpty();
              assertThat(seen.posts()).isNull();
            });
    assertThat(grid.steps()).containsExactly(GridStep.values());
    assertThat(grid.posts()).isZero();
    refused(
        "territory.grid-not-found", () -> elsewhere.call(() -> grids.read(grid.grid().id(), null)));
    refused(
        "territory.grid-not-found",
        () ->
            elsewhere.call(
                () ->
                    grids.redraw(
                        grid.grid().id(), "\"0\"", new GridShapeForm(scene.square(0, 0), TODAY))));
    refused(
        "territory.owner",
        () ->
            elsewhere.call(
                () ->
                    grids.draw(
                        "elsewhere",
                        new GridForm(
                            GridLayer.GOVERNANCE,
                            "别处",
                            scene.community,
                            TODAY,
                            null,
                            scene.square(0, 0)))));
    assertThat(elsewhere.call(() -> grids.layer(GridLayer.GOVERNANCE, TODAY, null, null)))
        .extracting(GridBoard.GridRow::id)
        .doesNotContain(grid.grid().id());
    assertThat(visible(here, grid)).isTrue();
    assertThat(visible(elsewhere, grid)).isFalse();
  }

  @Test
  void policeGridsAreForNamedPostsAlone() {
    var scene = new Scene("永宁社区");
    var leader = town.appointed(Role.DISTRICT_LEADER, town.root());

    refused(
        "territory.layer",
        () -> scene.worker.call(() -> grids.layer(GridLayer.POLICE, TODAY, null, null)));
    assertThat(scene.worker.call(() -> map.ground()).layers()).doesNotContain(GridLayer.POLICE);
    var seen = leader.call(() -> map.ground());
    assertThat(seen.layers()).containsExactly(GridLayer.values());
    assertThat(seen.draws()).isEmpty();
    assertThat(seen.communities()).hasSize(157).allMatch(MapController.MapCommunity::reached);
    assertThat(seen.tiles()).isNull();
  }

  @Test
  void aFileIsTriedFirstThenTakenAndTheSecondTimeChangesNothing() {
    var scene = new Scene("秀湖社区");
    var division = directory.get(scene.community).division();
    var good = feature(division, "甲", scene.square(0, 0));
    var crossed =
        feature(division, "乙", scene.square(1, 0)).replaceFirst("\\[\\[\\[\\[", "[[[[1,1],[");

    var tried =
        take(scene, Take.NOTHING, good, crossed, feature("450107999999", "丙", scene.square(2, 0)));
    assertThat(tried.taken()).isFalse();
    assertThat(tried.lines())
        .extracting(GridExchange.FeatureLine::outcome)
        .containsExactly(Outcome.NEW, Outcome.REFUSED, Outcome.REFUSED);
    assertThat(tried.lines().get(1).problem()).isEqualTo("territory.shape-crosses");
    assertThat(tried.lines().get(2).field()).isEqualTo("community");
    assertThat(tried.lines().get(2).reason()).contains("没有这个社区");
    assertThat(scene.list(TODAY)).isEmpty();

    assertThat(take(scene, Take.ALL, good, crossed).taken()).isFalse();
    assertThat(scene.list(TODAY)).isEmpty();

    assertThat(take(scene, Take.GOOD, good, crossed).taken()).isTrue();
    assertThat(scene.list(TODAY)).extracting(GridBoard.GridRow::name).containsExactly("甲");

    assertThat(take(scene, Take.ALL, good).lines())
        .extracting(GridExchange.FeatureLine::outcome)
        .containsExactly(Outcome.UNCHANGED);
    assertThat(take(scene, Take.ALL, feature(division, "甲", scene.square(0.1, 0.1))).lines())
        .extracting(GridExchange.FeatureLine::outcome)
        .containsExactly(Outcome.CHANGED);
    assertThat(scene.list(TODAY)).hasSize(1);
  }

  @Test
  void whatIsTakenOutGoesInAgainAndChangesNothing() {
    var scene = new Scene("龙腾社区");
    scene.draw("甲", scene.square(0, 0), TODAY);
    scene.draw("乙", scene.square(1, 0), TODAY);

    var file = scene.worker.call(() -> map.export(GridLayer.GOVERNANCE, TODAY)).getBody();
    var again =
        scene.worker.call(
            () ->
                map.take(
                    new MapController.GridImport(
                        GridLayer.GOVERNANCE,
                        TODAY,
                        null,
                        Take.ALL,
                        JsonMapper.shared().readTree(file))));

    assertThat(again.lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.outcome() == Outcome.UNCHANGED);
  }

  @Test
  void aFileOfAnotherKindIsRefusedAsAWhole() {
    var scene = new Scene("新阳路社区");
    refused("territory.collection", () -> file(scene, Take.NOTHING, "{\"type\":\"Feature\"}"));
    refused("territory.collection", () -> file(scene, Take.NOTHING, "[]"));
    refused(
        "territory.collection-crs",
        () ->
            file(
                scene,
                Take.NOTHING,
                "{\"type\":\"FeatureCollection\",\"crs\":{},\"features\":[]}"));
  }

  @Test
  void rGrd02_numbersBySuggestionAreExchangedOnlyWhenSomebodySaysSo() {
    var scene = new Scene("鲁班社区");
    scene.draw("东", scene.square(2, 0), TODAY);
    scene.draw("西", scene.square(0, 0), TODAY);
    scene.draw("中", scene.square(1, 0), TODAY);
    assertThat(scene.list(TODAY))
        .extracting(GridBoard.GridRow::name)
        .containsExactly("东", "西", "中");

    var suggested = scene.worker.call(() -> map.numbering(scene.community));
    assertThat(suggested)
        .extracting(GridNumbering.NumberedGrid::name)
        .containsExactly("西", "中", "东");
    assertThat(scene.list(TODAY))
        .extracting(GridBoard.GridRow::name)
        .containsExactly("东", "西", "中");

    scene.worker.call(
        () -> map.renumber(new MapController.GridNumbers(scene.community, suggested)));
    assertThat(scene.list(TODAY))
        .extracting(GridBoard.GridRow::name)
        .containsExactly("西", "中", "东");
    refused(
        "stale",
        () ->
            scene.worker.call(
                () -> map.renumber(new MapController.GridNumbers(scene.community, suggested))));
  }

  private GridExchange.ImportAnswer take(Scene scene, Take take, String... features) {
    var collection =
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    return file(scene, take, collection);
  }

  private GridExchange.ImportAnswer file(Scene scene, Take take, String collection) {
    return scene.worker.call(
        () ->
            map.take(
                new MapController.GridImport(
                    GridLayer.GOVERNANCE,
                    TODAY,
                    null,
                    take,
                    JsonMapper.shared().readTree(collection))));
  }

  private static String feature(String community, String name, Outline outline) {
    return """
        {"type":"Feature","properties":{"community":"%s","name":"%s"},"geometry":%s}"""
        .formatted(community, name, JsonMapper.shared().writeValueAsString(outline));
  }

  private UUID otherStreet(UUID community) {
    var own = directory.get(community).parent();
    return directory.communities().stream()
        .map(c -> directory.get(c.parent()))
        .filter(s -> !s.id().equals(own) && s.kind().roles().contains(Role.STREET_WORKER))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private boolean visible(Actor actor, GridRecord grid) {
    return !subjects.titles(List.of(new Subject("grid", grid.grid().id())), actor).isEmpty();
  }

  private static String rough(Outline outline) {
    return Shape.shown(Shape.drawn(outline).text(), 0).toString();
  }

  private static GridRecord body(org.springframework.http.ResponseEntity<GridRecord> answer) {
    assertThat(answer.getBody()).isNotNull();
    return answer.getBody();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
