package org.silian.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.exchange.ImportController.ColumnChoice;
import org.silian.exchange.ImportController.ColumnsRequest;
import org.silian.exchange.ImportController.RunRequest;
import org.silian.exchange.ImportController.Which;
import org.silian.exchange.ImportViews.ImportConstant;
import org.silian.exchange.ImportViews.ImportView;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** Files become people, members, organisations and wishes, through the doors of their modules. */
@ModuleTest
class ImportTests {

  @Autowired ImportController imports;
  @Autowired ExchangeSweep sweep;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired OrganisationManagement organisations;
  @Autowired Grids grids;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private Actor secretary;

  @BeforeEach
  void inChinese() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    community = district.community("秀灵南社区");
    secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void membersComeWithTheirGridsAndOnlyOnce() {
    var party = party("甲党委");
    var first = grid("甲一网格");
    grid("甲二网格");
    var file =
        csv(
            """
            甲党委党员名册,,,
            序号,姓名,手机号,党组织,党建网格
            1,韦木兰,13911110001,甲党委,甲一网格
            2,莫听夏,１３９　１１１１　０００２,甲党委,甲二网格
            3,李阿槐,139,甲党委,甲一网格
            4,卢小满,13911110004,甲党委,没有的网格
            制表人：何映川,,,,
            """);
    var brought = bring(secretary, "members", file);
    assertThat(brought.headerLine()).isEqualTo(2);

    var checked = check(secretary, brought);
    assertThat(checked.check().fresh()).isEqualTo(2);
    assertThat(checked.check().rows())
        .extracting(r -> r.line() + " " + r.field() + " " + r.reason())
        .containsExactly("5 电话 电话号码不正确", "6 党建网格 没有找到这个网格");
    assertThat(members(party)).isZero();

    refused("exchange.rows-bad", () -> run(secretary, checked, Which.ALL));
    assertThat(members(party)).isZero();
    assertThat(run(secretary, checked, Which.GOOD).state()).isEqualTo(ImportStore.State.DONE);
    assertThat(members(party)).isEqualTo(2);
    assertThat(membersIn(first)).isEqualTo(1);

    var again = check(secretary, bring(secretary, "members", file));
    assertThat(again.check().fresh()).isZero();
    assertThat(again.check().there()).isEqualTo(2);
    run(secretary, again, Which.GOOD);
    assertThat(members(party)).isEqualTo(2);
  }

  @Test
  void aMemberWhoIsInAnotherGridMoves() {
    var party = party("乙党委");
    var first = grid("乙一网格");
    var second = grid("乙二网格");
    importAll(secretary, "members", csv("姓名,党组织,党建网格\n韦木兰,乙党委,乙一网格\n"));
    clock.advance(Duration.ofDays(2));
    var moved = check(secretary, bring(secretary, "members", csv("姓名,党组织,党建网格\n韦木兰,乙党委,乙二网格\n")));
    assertThat(moved.check().changed()).isEqualTo(1);
    run(secretary, moved, Which.ALL);
    assertThat(members(party)).isEqualTo(1);
    assertThat(membersIn(first)).isZero();
    assertThat(membersIn(second)).isEqualTo(1);
  }

  @Test
  void whoeverIsOutsideThePartyLineImportsNoMembers() {
    party("丙党委");
    var file = csv("姓名,党组织\n韦木兰,丙党委\n");
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    refused("not-found", () -> bring(administrator, "members", file));

    var firm = found(OrganisationKind.ENTERPRISE, "邕江科技", community);
    var liaison = district.appointed(Role.PARTNER_LIAISON, firm);
    var brought = bring(liaison, "members", file);
    refused("organisation.party-line", () -> check(liaison, brought));
  }

  @Test
  void twoWhoImportTheSameAtOnceMakeNothingTwice() throws Exception {
    var party = party("丁党委");
    var lines = new StringBuilder("姓名,党组织\n");
    for (int i = 0; i < 200; i++) {
      lines.append("韦木").append((char) ('一' + i)).append(",丁党委\n");
    }
    var other = district.appointed(Role.COMMUNITY_SECRETARY, community);
    var here = District.current();
    var ready = new ArrayList<Callable<ImportView>>();
    for (var actor : List.of(secretary, other)) {
      var checked = check(actor, bring(actor, "members", csv(lines.toString())));
      assertThat(checked.check().fresh()).isEqualTo(200);
      ready.add(() -> here.call(() -> run(actor, checked, Which.ALL)));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var made = new ArrayList<Integer>();
      for (var each : threads.invokeAll(ready)) {
        made.add(each.get().check().fresh());
      }
      assertThat(made).containsExactlyInAnyOrder(200, 0);
    }
    assertThat(members(party)).isEqualTo(200);
  }

  @Test
  void peopleComeInTheirPostsByPhoneOrName() {
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    var file =
        Workbooks.of(
            List.of(
                List.of("单位", "姓名", "职务", "联系电话", "任职日期"),
                List.of("秀灵南社区", "黄开穗", "网格员", "13922220001", "2026年3月5日"),
                List.of("秀灵南社区", "何映川", "社工", "", "2026.3.5"),
                List.of("没有的社区", "苏以宁", "网格员", "", ""),
                List.of("秀灵南社区", "苏以宁", "党员", "", ""),
                List.of("秀灵南社区", "苏以宁", "民警", "", "")));
    var checked = check(administrator, bring(administrator, "people", file));
    assertThat(checked.check().fresh()).isEqualTo(2);
    assertThat(checked.check().rows())
        .extracting(r -> r.line() + " " + r.reason())
        .containsExactly("4 没有找到这个组织", "5 没有这个选项", "6 这类组织没有这个岗位");
    run(administrator, checked, Which.GOOD);
    var again = check(administrator, bring(administrator, "people", file));
    assertThat(again.check().there()).isEqualTo(2);
    var other =
        Workbooks.of(
            List.of(
                List.of("姓名", "职务", "电话", "单位"), List.of("黄开颖", "网格员", "13922220001", "秀灵南社区")));
    assertThat(check(administrator, bring(administrator, "people", other)).check().rows())
        .extracting(ImportViews.ImportBadRow::reason)
        .containsExactly("这个电话已登记在另一个姓名下，请核对");
  }

  @Test
  void organisationsComeUnderTheirParentsByCodeOrName() {
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    var file =
        csv(
            """
            单位名称,类型,上级单位,统一社会信用代码
            明湖公司,企业,秀灵南社区,９１３５０１００Ｍ０００１００Ｙ４３
            秀湖公司,企业,秀灵南社区,91350100M000100Y44
            明湖志愿队,服务队,秀灵南社区,
            明湖大学,大学,秀灵南社区,
            """);
    var checked = check(administrator, bring(administrator, "organisations", file));
    assertThat(checked.check().fresh()).isEqualTo(2);
    assertThat(checked.check().rows())
        .extracting(r -> r.line() + " " + r.reason())
        .containsExactly("3 统一社会信用代码不正确", "5 这类组织不能设在所选的上级之下");
    run(administrator, checked, Which.GOOD);
    var again = check(administrator, bring(administrator, "organisations", file));
    assertThat(again.check().there()).isEqualTo(2);
  }

  @Test
  void wishesComeFromPaperOnceEachWithTheConsentOnIt() {
    var worker = district.appointed(Role.COMMUNITY_WORKER, community);
    var file =
        csv(
            """
            姓名,联系电话,心愿内容,类别,预计费用,未成年人,监护人同意,同意方式,登记日期
            李阿槐,13911110001,家里的灯坏了请人换一盏,小修小补,50,否,,书面,2026年3月5日
            卢小满,,想有人教我用手机挂号,学习辅导,,是,是,口头,2026.3.5
            谭亦晴,,想要一个新书包,物品,,是,否,书面,2026-03-05
            韦木兰,,灯,小修小补,,否,,书面,
            莫听夏,,想请人陪着去医院,陪伴,,否,,,
            """);
    var checked = check(worker, bring(worker, "wishes", file));
    assertThat(checked.check().fresh()).isEqualTo(2);
    assertThat(checked.check().rows())
        .extracting(r -> r.line() + " " + r.reason())
        .containsExactly("4 未成年人的心愿需要监护人同意", "5 应为4至500个字", "6 没有填写");
    run(worker, checked, Which.GOOD);
    assertThat(wishes()).isEqualTo(2);

    var again = check(worker, bring(worker, "wishes", file));
    assertThat(again.check().fresh()).isZero();
    assertThat(again.check().there()).isEqualTo(2);
    run(worker, again, Which.GOOD);
    assertThat(wishes()).isEqualTo(2);
  }

  @Test
  void whatTheSameHeadersMeantIsRememberedAndNothingOfTheRows() {
    party("戊党委");
    var file = csv("甲,乙\n韦木兰,戊党委\n");
    var brought = bring(secretary, "members", file);
    assertThat(brought.columns()).extracting(c -> c.field()).containsOnlyNulls();
    refused("exchange.field-missing", () -> check(secretary, brought));
    secretary.call(
        () ->
            imports.choose(
                brought.id(),
                "0",
                new ColumnsRequest(
                    List.of(new ColumnChoice(0, "name"), new ColumnChoice(1, "party")),
                    List.of())));
    var colleague = district.appointed(Role.COMMUNITY_SECRETARY, community);
    assertThat(bring(colleague, "members", file).columns())
        .extracting(c -> c.field())
        .containsExactly("name", "party");
    assertThat(
            jdbc.sql("select fields from exchange_mapping")
                .query((row, n) -> row.getString(1))
                .list())
        .noneMatch(fields -> fields.contains("韦木兰"));
  }

  @Test
  void oneValueForAllRowsStandsForAColumn() {
    party("己党委");
    var brought = bring(secretary, "members", csv("姓名\n韦木兰\n"));
    var checked =
        secretary
            .call(
                () ->
                    imports.choose(
                        brought.id(),
                        "0",
                        new ColumnsRequest(
                            List.of(new ColumnChoice(0, "name")),
                            List.of(new ImportConstant("party", "己党委")))))
            .getBody();
    assertThat(checked.check().fresh()).isEqualTo(1);
  }

  @Test
  void aFileIsSeenByWhoBroughtItInTheSamePostAndIsGoneAfterADay() {
    party("庚党委");
    var brought = bring(secretary, "members", csv("姓名,党组织\n韦木兰,庚党委\n"));
    var other = district.appointed(Role.COMMUNITY_SECRETARY, community);
    refused("not-found", () -> other.call(() -> imports.read(brought.id())));
    var otherPost =
        district.appointed(
            secretary.person(), Role.COMMUNITY_SECRETARY, district.community("友爱南社区"));
    refused("not-found", () -> otherPost.call(() -> imports.read(brought.id())));
    assertThat(
            jdbc.sql("select encode(content, 'escape') from exchange_import where id = ?")
                .param(brought.id())
                .query((row, n) -> row.getString(1))
                .single())
        .doesNotContain("韦木兰");

    clock.advance(Duration.ofHours(25));
    sweep.sweep();
    refused("not-found", () -> secretary.call(() -> imports.read(brought.id())));
  }

  @Test
  void onceMadeTheLinesAreGoneAndOnlyBadOnesStayToBePutRight() throws Exception {
    party("辛党委");
    var checked =
        check(secretary, bring(secretary, "members", csv("姓名,党组织,手机号\n韦木兰,辛党委,\n李阿槐,辛党委,139\n")));
    run(secretary, checked, Which.GOOD);
    refused("exchange.done", () -> run(secretary, checked, Which.GOOD));
    var toCorrect = secretary.call(() -> imports.badRows(checked.id())).getBody();
    var sheet = SheetReading.read(toCorrect, s -> 0);
    assertThat(sheet.lines().stream().map(Sheet.Line::cells))
        .containsExactly(
            List.of("姓名", "党组织", "手机号", "原因"), List.of("李阿槐", "辛党委", "139", "电话：电话号码不正确"));
    var corrected = sheet.lines().stream().map(line -> new ArrayList<>(line.cells())).toList();
    corrected.getLast().set(2, "13911110009");
    var broughtAgain = bring(secretary, "members", Workbooks.of(List.copyOf(corrected)));
    assertThat(broughtAgain.columns())
        .extracting(c -> c.field())
        .containsExactly("name", "party", "phone", null);
    assertThat(check(secretary, broughtAgain).check().fresh()).isEqualTo(1);

    var allGood = check(secretary, bring(secretary, "members", csv("姓名,党组织\n莫听夏,辛党委\n")));
    run(secretary, allGood, Which.ALL);
    assertThat(
            jdbc.sql("select content is null from exchange_import where id = ?")
                .param(allGood.id())
                .query((row, n) -> row.getBoolean(1))
                .single())
        .isTrue();
  }

  @Test
  void theTemplateOfEachKindIsReadAsThatKindWithoutItsExample() {
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    for (var actor : List.of(secretary, administrator)) {
      for (var kind : actor.call(() -> imports.kinds())) {
        var template = actor.call(() -> imports.template(kind.kind())).getBody();
        var brought = bring(actor, kind.kind(), template);
        assertThat(brought.columns())
            .extracting(c -> c.field())
            .containsAll(kind.fields().stream().map(f -> f.key()).toList());
        var checked = check(actor, brought);
        assertThat(checked.check().fresh() + checked.check().bad()).as(kind.kind()).isZero();
        assertThat(checked.check().skipped()).hasSize(1);
      }
    }
  }

  private void importAll(Actor actor, String kind, byte[] file) {
    run(actor, check(actor, bring(actor, kind, file)), Which.ALL);
  }

  private ImportView bring(Actor actor, String kind, byte[] file) {
    return actor.call(
        () -> {
          try {
            return imports
                .bring(
                    UUID.randomUUID().toString(),
                    kind,
                    new MockMultipartFile("file", "名册.csv", null, file))
                .getBody();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private ImportView check(Actor actor, ImportView brought) {
    var columns =
        brought.columns().stream()
            .filter(c -> c.field() != null)
            .map(c -> new ColumnChoice(c.index(), c.field()))
            .toList();
    return actor
        .call(
            () ->
                imports.choose(
                    brought.id(),
                    String.valueOf(brought.version()),
                    new ColumnsRequest(columns, List.of())))
        .getBody();
  }

  private ImportView run(Actor actor, ImportView checked, Which which) {
    return actor
        .call(
            () ->
                imports.run(checked.id(), String.valueOf(checked.version()), new RunRequest(which)))
        .getBody();
  }

  private UUID party(String name) {
    return found(OrganisationKind.PARTY_ORGANISATION, name, community);
  }

  private UUID found(OrganisationKind kind, String name, UUID parent) {
    return Actor.SYSTEM.call(
        () ->
            organisations.found(
                new Founding(kind, name, parent, null, null, LocalDate.of(2020, 1, 1))));
  }

  private UUID grid(String name) {
    return Actor.SYSTEM.call(
        () -> grids.draw(GridLayer.PARTY, name, community, LocalDate.of(2020, 1, 1)));
  }

  private int wishes() {
    return jdbc.sql("select count(*) from wish where organisation_id = ?")
        .param(community)
        .query(Integer.class)
        .single();
  }

  private int members(UUID party) {
    return count("organisation_id", party);
  }

  private int membersIn(UUID grid) {
    return count("grid_id", grid);
  }

  private int count(String column, UUID value) {
    return jdbc.sql(
            "select count(*) from organisation_appointment where not ended and role = 'PARTY_MEMBER' and "
                + column
                + " = ?")
        .param(value)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  private static byte[] csv(String text) {
    return text.getBytes(Charset.forName("GB18030"));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
