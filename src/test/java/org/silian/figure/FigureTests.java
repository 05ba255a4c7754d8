package org.silian.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.figure.TrialFigures.SHARE;
import static org.silian.figure.TrialFigures.STANDING;
import static org.silian.figure.TrialFigures.WEIGHT;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.api.Cursor;
import org.silian.api.Revision;
import org.silian.figure.FigureController.Drill;
import org.silian.figure.FigureEntries.FigureEntry;
import org.silian.journal.Actor;
import org.silian.journal.Drain;
import org.silian.journal.FigureDefinition;
import org.silian.journal.Stones;
import org.silian.journal.Stones.StoneLaid;
import org.silian.journal.Stones.StoneTakenUp;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationManagement;
import org.silian.permission.Role;
import org.silian.postgres.TestPostgres;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers, from the fact to the page, on a real database. */
@ModuleTest
class FigureTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired FigureController figures;
  @Autowired FigureMapController maps;
  @Autowired FigureBoard board;
  @Autowired FigureEntries entries;
  @Autowired RollUps rollUps;
  @Autowired Drain drain;
  @Autowired Stones stones;
  @Autowired TestDistrict town;
  @Autowired OrganisationDirectory organisations;
  @Autowired OrganisationManagement management;
  @Autowired JdbcClient jdbc;

  private UUID root;
  private UUID community;
  private UUID neighbour;
  private UUID far;
  private UUID street;
  private Actor worker;
  private final List<StoneLaid> laid = new ArrayList<>();

  @BeforeEach
  void places() throws SQLException {
    root = town.root();
    var all = organisations.communities();
    community = all.getFirst().id();
    street = all.getFirst().parent();
    neighbour =
        all.stream()
            .filter(c -> c.parent().equals(street) && !c.id().equals(community))
            .findFirst()
            .orElseThrow()
            .id();
    far = all.stream().filter(c -> !c.parent().equals(street)).findFirst().orElseThrow().id();
    worker = town.appointed(Role.STREET_WORKER, street);
    drain.drain();
    withoutStones();
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
  }

  /** The application itself could not. */
  private static void withoutStones() throws SQLException {
    try (var connection = TestPostgres.connect("silian");
        var statement = connection.createStatement()) {
      statement.execute("set search_path = d" + District.current().code());
      for (var table : List.of("journal_measure", "figure_day", "figure_month")) {
        statement.execute("delete from " + table + " where figure in ('T1', 'T2', 'T4')");
      }
    }
  }

  @AfterEach
  void language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aNumberIsExactTheMomentItsFactIsCommittedAndStaysSoWhileItIsFolded() {
    lay(community, TODAY, 5);
    assertThat(weight(community, TODAY, TODAY)).isEqualTo(5);
    drain.drain();
    assertThat(weight(community, TODAY, TODAY)).isEqualTo(5);
    lay(community, TODAY, 2);
    assertThat(weight(community, TODAY, TODAY)).isEqualTo(7);
    assertThat(weight(street, TODAY, TODAY)).isEqualTo(7);
    assertThat(weight(root, TODAY, TODAY)).isEqualTo(7);
    drain.drain();
    assertThat(weight(root, TODAY, TODAY)).isEqualTo(7);
    assertThat(weight(far, TODAY, TODAY)).isZero();
    assertThat(weight(neighbour, TODAY, TODAY)).isZero();
  }

  @Test
  void aNumberCountsForEachOrganisationAboveAndNoOther() {
    lay(community, TODAY, 1);
    lay(neighbour, TODAY, 10);
    lay(far, TODAY, 100);
    lay(street, TODAY, 1000);
    for (int i = 0; i < 2; i++) {
      assertThat(weight(community, TODAY, TODAY)).isEqualTo(1);
      assertThat(weight(neighbour, TODAY, TODAY)).isEqualTo(10);
      assertThat(weight(street, TODAY, TODAY)).isEqualTo(1011);
      assertThat(weight(root, TODAY, TODAY)).isEqualTo(1111);
      drain.drain();
    }
  }

  @Test
  void aMapShowsANumberAtEveryCommunityWithinReachAndAtNoOther() {
    lay(community, TODAY, 3);
    drain.drain();
    lay(community, TODAY, 4);
    lay(neighbour, TODAY, 10);
    lay(far, TODAY, 100);
    lay(street, TODAY, 1000);

    assertThat(worker.call(() -> maps.communities("T1", TODAY, TODAY)))
        .extracting(each -> each.community() + " " + each.value())
        .containsExactlyInAnyOrder(community + " 7", neighbour + " 10");
  }

  @Test
  void anyPeriodGivesWhatTheMeasuresAddUpTo() {
    var random = new Random(42);
    var places = List.of(community, neighbour, far, street);
    for (int i = 0; i < 120; i++) {
      lay(
          places.get(random.nextInt(4)),
          TODAY.minusDays(random.nextInt(500)),
          1 + random.nextInt(9));
      if (i == 60) {
        drain.drain();
      }
    }
    for (int i = 0; i < 150; i++) {
      var from = TODAY.minusDays(random.nextInt(520));
      var to = from.plusDays(random.nextInt(200));
      var at = List.of(community, street, root, far).get(random.nextInt(4));
      assertThat(weight(at, from, to)).as("%s %s–%s", at, from, to).isEqualTo(brute(at, from, to));
      assertThat(stock(at, to)).as("%s until %s", at, to).isEqualTo(bruteCount(at, to));
    }
  }

  @Test
  void aStockIsWhatStoodOnThatDay() {
    lay(community, TODAY.minusYears(70), 1);
    lay(community, TODAY.minusDays(10), 1);
    var gone = lay(community, TODAY.minusDays(5), 1);
    assertThat(stock(community, TODAY.minusDays(11))).isEqualTo(1);
    assertThat(stock(community, TODAY.minusDays(10))).isEqualTo(2);
    assertThat(stock(community, TODAY)).isEqualTo(3);
    drain.drain();
    assertThat(stock(community, TODAY.minusDays(11))).isEqualTo(1);
    assertThat(stock(community, TODAY)).isEqualTo(3);

    stones(new StoneTakenUp(gone.stone(), community, gone.occurredAt(), null));
    assertThat(stock(community, TODAY)).isEqualTo(2);
  }

  @Test
  void aRatioComesWithBothItsNumbersAndWithoutAValueWhereThereIsNothingToDivideBy() {
    lay(community, TODAY, 5);
    var value = value(SHARE, community, TODAY, TODAY);
    assertThat(value.numerator()).isEqualTo(5);
    assertThat(value.denominator()).isEqualTo(20);
    assertThat(value.value()).isEqualByComparingTo("25.0");
    assertThat(value(SHARE, far, TODAY, TODAY).value()).isNull();
  }

  @Test
  void rollUpsThrownAwayAndRebuiltAreTheSame() {
    for (int i = 0; i < 30; i++) {
      lay(i % 2 == 0 ? community : far, TODAY.minusDays(i * 9L), i + 1);
    }
    drain.drain();
    var days = dump("figure_day", "day");
    var months = dump("figure_month", "month");
    assertThat(days).isNotEmpty();

    rollUps.rebuild();

    assertThat(dump("figure_day", "day")).isEqualTo(days);
    assertThat(dump("figure_month", "month")).isEqualTo(months);
  }

  @Test
  void whatAnOrganisationCountsMovesWithItExactly() {
    var other = organisations.get(far).parent();
    for (int i = 0; i < 40; i++) {
      lay(List.of(community, neighbour, far).get(i % 3), TODAY.minusDays(i * 9L), i + 1);
    }
    drain.drain();
    lay(community, TODAY, 1000);
    long counted = weight(community, Period.BEGINNING, TODAY);
    long there = weight(other, Period.BEGINNING, TODAY);
    long all = weight(root, Period.BEGINNING, TODAY);

    move(community, other);

    assertThat(weight(community, Period.BEGINNING, TODAY)).isEqualTo(counted);
    assertThat(weight(other, Period.BEGINNING, TODAY)).isEqualTo(there + counted);
    assertThat(weight(street, Period.BEGINNING, TODAY))
        .isEqualTo(weight(neighbour, Period.BEGINNING, TODAY));
    assertThat(weight(root, Period.BEGINNING, TODAY)).isEqualTo(all);
    drain.drain();
    var days = dump("figure_day", "day");
    var months = dump("figure_month", "month");
    rollUps.rebuild();
    assertThat(dump("figure_day", "day")).isEqualTo(days);
    assertThat(dump("figure_month", "month")).isEqualTo(months);
    move(community, street);
  }

  @Test
  void aPageShowsTrendAndPartsThatAddUpToItsValue() {
    lay(community, TODAY, 5);
    lay(neighbour, TODAY.minusMonths(1), 7);
    lay(community, TODAY.minusYears(1), 3);
    drain.drain();
    lay(community, TODAY, 1);

    var page = as(worker, () -> figures.figure("T1", null, TODAY.withDayOfYear(1), TODAY));

    assertThat(page.organisation().id()).isEqualTo(street);
    assertThat(page.value()).isEqualByComparingTo("13");
    assertThat(page.before()).isEqualByComparingTo("3");
    assertThat(page.series()).hasSize(11);
    assertThat(page.series().getLast().month()).isEqualTo(YearMonth.from(TODAY).toString());
    assertThat(page.series().getLast().value()).isEqualByComparingTo("6");
    assertThat(page.parts())
        .extracting(part -> part.organisation().id(), part -> part.value().longValue())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(community, 6L),
            org.assertj.core.groups.Tuple.tuple(neighbour, 7L));
    assertThat(page.drill()).isEqualTo(Drill.RECORDS);
    assertThat(page.path()).extracting(place -> place.id()).containsExactly(street);
  }

  @Test
  void aStockIsShownAsItStoodAtEachMonthsEnd() {
    lay(community, TODAY.minusMonths(2), 1);
    lay(community, TODAY, 1);
    var page = as(worker, () -> figures.figure("T2", community, TODAY.minusMonths(3), TODAY));
    assertThat(page.series())
        .extracting(point -> point.value().intValue())
        .containsExactly(0, 1, 1, 2);
  }

  @Test
  void theEntriesBehindANumberComeInPagesWithoutGapsWhetherQueuedOrFolded() {
    var random = new Random(3);
    for (int i = 0; i < 45; i++) {
      lay(i % 3 == 0 ? neighbour : community, TODAY.minusDays(random.nextInt(9)), i + 1);
      if (i == 30) {
        drain.drain();
      }
    }
    var seen = new ArrayList<FigureEntry>();
    String after = null;
    do {
      var cursor = after;
      var page =
          as(worker, () -> figures.entries("T1", null, TODAY.minusDays(7), TODAY, cursor, 7));
      seen.addAll(page.items());
      after = page.next();
    } while (after != null);

    assertThat(seen).extracting(FigureEntry::id).doesNotHaveDuplicates();
    assertThat(seen.stream().mapToLong(FigureEntry::amount).sum())
        .isEqualTo(weight(street, TODAY.minusDays(7), TODAY));
    assertThat(seen)
        .isSortedAccordingTo(java.util.Comparator.comparing(FigureEntry::day).reversed());
    assertThat(seen).allSatisfy(entry -> assertThat(entry.sentence()).contains("石头"));
    assertThat(seen).allSatisfy(entry -> assertThat(entry.subject().title()).isEqualTo("石头"));
  }

  @Test
  void theEntriesOfOnePlaceAreNotThoseOfAnother() {
    lay(community, TODAY, 5);
    lay(far, TODAY, 6);
    drain.drain();
    lay(far, TODAY, 7);
    assertThat(
            as(worker, () -> figures.entries("T1", null, null, null, null, 20)).items().stream()
                .map(FigureEntry::amount))
        .containsExactly(5L);
  }

  @Test
  void aMadeUpCursorIsRefused() {
    var cursor = new Cursor("not a day", UUID.randomUUID()).toString();
    assertThatThrownBy(() -> as(worker, () -> figures.entries("T1", null, null, null, cursor, 20)))
        .satisfies(refused("cursor"));
  }

  @Test
  void whatIsOutOfReachIsNotFound() {
    assertThatThrownBy(() -> as(worker, () -> figures.figure("T1", far, null, null)))
        .satisfies(refused("organisation.not-found"));
    assertThatThrownBy(() -> as(worker, () -> figures.figure("T1", root, null, null)))
        .satisfies(refused("organisation.not-found"));
    assertThatThrownBy(() -> as(worker, () -> figures.set("trial", far, null, null)))
        .satisfies(refused("organisation.not-found"));
    assertThatThrownBy(() -> as(worker, () -> figures.entries("T1", far, null, null, null, 20)))
        .satisfies(refused("organisation.not-found"));
  }

  @Test
  void aLeaderSeesCountsAndNotPeople() {
    lay(community, TODAY, 5);
    var leader = town.appointed(Role.DISTRICT_LEADER, root);
    assertThat(as(leader, () -> figures.figure("T1", null, null, null)).drill())
        .isEqualTo(Drill.PARTS);
    assertThatThrownBy(() -> as(leader, () -> figures.entries("T1", null, null, null, null, 20)))
        .satisfies(refused("figure.counts-only"));
  }

  @Test
  void aDepartmentReadsTheNumbersOfTheOrganisationItServes() {
    lay(community, TODAY, 5);
    var department =
        jdbc.sql("select id from organisation where kind = 'DEPARTMENT' and parent_id = ? limit 1")
            .param(root)
            .query((row, n) -> row.getObject(1, UUID.class))
            .optional()
            .orElse(root);
    var post = town.appointed(Role.ORGANISATION_DEPARTMENT, department);
    var reaching =
        new Actor(
            post.person(),
            post.appointment(),
            post.role(),
            department,
            organisations.get(root).path());
    assertThat(as(reaching, () -> figures.figure("T1", null, null, null)).value())
        .isEqualByComparingTo("5");
  }

  @Test
  void theArticlesFiguresAreAllListedAndOnlyDeclaredOnesAreLive() {
    var article = as(worker, () -> figures.set("article", null, null, null));
    assertThat(article).hasSameSizeAs(Article.LINES);
    assertThat(article).filteredOn(figure -> !figure.live()).allMatch(f -> f.value() == null);
    assertThat(article).filteredOn(figure -> figure.id().equals("N33")).allMatch(f -> f.live());
    assertThat(article).allMatch(figure -> figure.expected() == null);
    assertThatThrownBy(() -> as(worker, () -> figures.set("nothing", null, null, null)))
        .satisfies(refused("figure.unknown-set"));
  }

  private void move(UUID organisation, UUID parent) {
    long version =
        jdbc.sql("select version from organisation where id = ?")
            .param(organisation)
            .query((row, n) -> row.getLong(1))
            .single();
    Actor.SYSTEM.run(() -> management.move(organisation, new Revision(version), parent, null));
  }

  private StoneLaid lay(UUID organisation, LocalDate day, int weight) {
    var stone = new StoneLaid(organisation, noon(day), weight);
    stones(stone);
    laid.add(stone);
    return stone;
  }

  private void stones(org.silian.journal.Fact fact) {
    worker.run(() -> stones.tell(fact));
  }

  private static Instant noon(LocalDate day) {
    return District.start(day).plusSeconds(43_200);
  }

  private long weight(UUID organisation, LocalDate from, LocalDate to) {
    return value(WEIGHT, organisation, from, to).value().longValueExact();
  }

  private long stock(UUID organisation, LocalDate on) {
    return value(STANDING, organisation, on, on).value().longValueExact();
  }

  private FigureBoard.Value value(
      FigureDefinition figure, UUID organisation, LocalDate from, LocalDate to) {
    return board
        .values(List.of(figure), organisation, new Period(from, to))
        .getOrDefault(figure.id(), FigureBoard.Value.ZERO);
  }

  private long brute(UUID at, LocalDate from, LocalDate to) {
    return below(at).stream()
        .filter(stone -> !day(stone).isBefore(from) && !day(stone).isAfter(to))
        .mapToLong(StoneLaid::weight)
        .sum();
  }

  private long bruteCount(UUID at, LocalDate to) {
    return below(at).stream().filter(stone -> !day(stone).isAfter(to)).count();
  }

  private List<StoneLaid> below(UUID at) {
    var path = organisations.get(at).path();
    var inside = new HashSet<UUID>();
    for (var place : List.of(community, neighbour, far, street)) {
      if (organisations.get(place).path().startsWith(path)) {
        inside.add(place);
      }
    }
    return laid.stream().filter(stone -> inside.contains(stone.organisation())).toList();
  }

  private static LocalDate day(StoneLaid stone) {
    return District.day(stone.occurredAt());
  }

  private List<String> dump(String table, String day) {
    return jdbc.sql(
            """
            select figure || ' ' || organisation_id || ' ' || %2$s || ' ' || amount from %1$s
            where amount <> 0 order by 1"""
                .formatted(table, day))
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
    return actor.call(work);
  }

  private static java.util.function.Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
