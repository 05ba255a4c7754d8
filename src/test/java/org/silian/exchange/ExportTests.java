package org.silian.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.exchange.ExportController.ExportRequest;
import org.silian.exchange.ExportController.ExportView;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists become files as they are seen. */
@ModuleTest
class ExportTests {

  @Autowired ExportController exports;
  @Autowired ExportManagement management;
  @Autowired ExportStore store;
  @Autowired ExportContent content;
  @Autowired ExchangeSweep sweep;
  @Autowired List<ExportList> lists;
  @Autowired List<ImportKind> kinds;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired Grids grids;
  @Autowired AppointmentManagement appointments;
  @Autowired Texts texts;
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
    TrialList.goesOn.countDown();
  }

  @Test
  void aListSaysWhatItIsAndWhoTookIt() throws IOException {
    var export = export(secretary, "people", ExportFormat.CSV, Map.of("q", "试"));
    assertThat(export.state()).isEqualTo(ExportStore.State.DONE);
    var text = new String(file(secretary, export), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeff人员\r\n筛选：搜索“试”\r\n截至 2026-11-23 10:00，导出人：试");
    assertThat(text).contains("，秀灵南社区 · 社区党组织书记\r\n姓名,电话,岗位\r\n").contains("138****");
    assertThat(text.lines().count()).isEqualTo(4 + export.written());
  }

  @Test
  void gridsAndTermsThatEndSoonLeaveAsTheyAreSeen() throws IOException {
    Actor.SYSTEM.call(
        () -> grids.draw(GridLayer.PARTY, "甲网格", community, LocalDate.of(2026, 11, 1)));
    var layer = export(secretary, "grids", ExportFormat.CSV, Map.of("layer", "PARTY", "q", "甲"));
    assertThat(new String(file(secretary, layer), StandardCharsets.UTF_8))
        .contains("筛选：党建网格；2026-11-23；搜索“甲”")
        .contains("编码,名称,属于,社区,户数,面积（平方米）,起始日")
        .contains(",甲网格,秀灵南社区,秀灵南社区,,,2026-11-01");
    refused("missing", () -> export(secretary, "grids", ExportFormat.CSV, Map.of()));

    Actor.SYSTEM.call(
        () ->
            appointments.appoint(
                new Appointing(
                    district.person(),
                    Role.GRID_WORKER,
                    community,
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2027, 1, 31),
                    null,
                    null)));
    var row = ",秀灵南社区,网格员,2026-11-01,2027-01-31";
    var ending = export(secretary, "appointments-ending", ExportFormat.CSV, Map.of("days", "90"));
    assertThat(new String(file(secretary, ending), StandardCharsets.UTF_8))
        .contains("90天内", "姓名,组织,岗位,起,止", row);
    var sooner = export(secretary, "appointments-ending", ExportFormat.CSV, Map.of());
    assertThat(new String(file(secretary, sooner), StandardCharsets.UTF_8))
        .contains("30天内")
        .doesNotContain(row);
    for (var days : List.of("soon", "0", "367")) {
      refused(
          "invalid",
          () -> export(secretary, "appointments-ending", ExportFormat.CSV, Map.of("days", days)));
    }
  }

  @Test
  void aWorkbookHoldsTextsDaysAndNumbersAndNoFormula() throws IOException {
    var export = export(secretary, "trial", ExportFormat.XLSX, Map.of());
    until(() -> exports(secretary, export).state() == ExportStore.State.DONE);
    var sheet = SheetReading.read(file(secretary, export), s -> 0);
    assertThat(sheet.notes()).isEmpty();
    assertThat(sheet.lines()).hasSize(TrialList.ROWS + 4);
    assertThat(sheet.lines().getLast().cells())
        .containsExactly(String.valueOf(TrialList.ROWS - 1), "=1+" + (TrialList.ROWS - 1));
  }

  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsText() throws IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (var file = ExportFile.of(ExportFormat.CSV, "a", out)) {
      for (var text : List.of("=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1", " =1", "－1", "a=1")) {
        file.row(List.of(text));
      }
      file.row(List.of(-5L));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("'=1+1", "'+1", "'-1", "'@a", "'\ta", "'\ra", "'＝1", "' =1", "'－1", "\r\na=1")
        .endsWith("\r\n-5\r\n");
  }

  @Test
  void aLongListIsWrittenInTheBackgroundAndTellsHowFarItIs() throws IOException {
    TrialList.goesOn = new CountDownLatch(1);
    var export = export(secretary, "trial", ExportFormat.CSV, Map.of());
    assertThat(export.state()).isEqualTo(ExportStore.State.RUNNING);
    assertThat(export.written()).isEqualTo(ExportManagement.AT_ONCE);
    assertThat(export.total()).isEqualTo(TrialList.ROWS);
    refused("exchange.not-written", () -> file(secretary, export));

    TrialList.goesOn.countDown();
    until(() -> exports(secretary, export).state() == ExportStore.State.DONE);
    assertThat(secretary.call(() -> exports.mine()).getFirst().written()).isEqualTo(TrialList.ROWS);
    assertThat(new String(file(secretary, export), StandardCharsets.UTF_8).lines())
        .hasSize(TrialList.ROWS + 4)
        .contains("10599,'=1+10599");
    assertThat(
            jdbc.sql(
                    "select count(*) from journal_entry where fact = 'list-exported' and subject_id = ?")
                .param(export.id())
                .query((row, n) -> row.getInt(1))
                .single())
        .isEqualTo(1);
  }

  @Test
  void aCancelledExportIsGoneAndStops() {
    TrialList.goesOn = new CountDownLatch(1);
    var export = export(secretary, "trial", ExportFormat.CSV, Map.of());
    secretary.call(() -> exports.discard(export.id()));
    TrialList.goesOn.countDown();
    refused("not-found", () -> exports(secretary, export));
    assertThat(chunks(export.id())).isZero();
  }

  @Test
  void whatAProgramThatIsGoneLeftHalfWrittenIsWrittenAnew() throws IOException {
    var id =
        secretary.call(
            () ->
                store.add(
                    secretary, "trial", ExportFormat.CSV, "zh-CN", new ExportFilters(Map.of())));
    try (var half = content.writing(id)) {
      half.write(1);
    }
    clock.advance(ExportStore.LEASE.plusSeconds(1));
    management.takeOver();
    until(() -> secretary.call(() -> exports.read(id)).state() == ExportStore.State.DONE);
    assertThat(secretary.call(() -> exports.read(id)).written()).isEqualTo(TrialList.ROWS);
  }

  @Test
  void aFileIsForItsMakerInTheSamePostForADay() {
    var export = export(secretary, "people", ExportFormat.XLSX, Map.of());
    var other = district.appointed(Role.COMMUNITY_SECRETARY, community);
    refused("not-found", () -> exports(other, export));
    var otherPost =
        district.appointed(
            secretary.person(), Role.COMMUNITY_SECRETARY, district.community("友爱南社区"));
    refused("not-found", () -> file(otherPost, export));

    clock.advance(Duration.ofHours(25));
    sweep.sweep();
    refused("not-found", () -> exports(secretary, export));
    assertThat(chunks(export.id())).isZero();
  }

  @Test
  void aListIsOnlyForPostsThatSeeIt() {
    var leader = district.appointed(Role.DISTRICT_LEADER, district.root());
    for (var list : List.of("people", "wishes", "figure-entries")) {
      refused("forbidden", () -> export(leader, list, ExportFormat.CSV, Map.of()));
    }
    refused("not-found", () -> export(leader, "anything", ExportFormat.CSV, Map.of()));
  }

  @Test
  void everyListAndEveryKindSaysWhatItIsInBothLanguages() {
    for (var language : Texts.LANGUAGES) {
      LocaleContextHolder.setLocale(language);
      for (var list : lists) {
        if (!list.name().equals("trial")) {
          assertThat(texts.has("export." + list.name())).as(list.name()).isTrue();
          assertThat(list.columns())
              .allMatch(column -> texts.has("export." + list.name() + "." + column));
        }
      }
      for (var kind : kinds) {
        assertThat(texts.has("import." + kind.name())).as(kind.name()).isTrue();
        assertThat(kind.fields())
            .allMatch(field -> texts.has("import." + kind.name() + "." + field.key()));
      }
      for (var why : Rows.Why.values()) {
        assertThat(texts.has("exchange.skipped." + why.name().toLowerCase(Locale.ROOT))).isTrue();
      }
      for (var type : CellType.values()) {
        assertThat(texts.has("exchange.template.type." + type.name().toLowerCase(Locale.ROOT)))
            .isTrue();
      }
    }
  }

  private ExportView export(
      Actor actor, String list, ExportFormat format, Map<String, String> filters) {
    return actor
        .call(
            () ->
                exports.export(
                    UUID.randomUUID().toString(), new ExportRequest(list, format, filters)))
        .getBody();
  }

  private ExportView exports(Actor actor, ExportView export) {
    return actor.call(() -> exports.read(export.id()));
  }

  private byte[] file(Actor actor, ExportView export) throws IOException {
    return actor.<byte[], IOException>call(
        () -> exports.file(export.id()).getBody().getInputStream().readAllBytes());
  }

  private int chunks(UUID export) {
    return jdbc.sql("select count(*) from exchange_chunk where export_id = ?")
        .param(export)
        .query((row, n) -> row.getInt(1))
        .single();
  }

  /** What another thread does is waited for, not slept for; half a minute is never. */
  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
