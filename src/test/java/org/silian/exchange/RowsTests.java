package org.silian.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.exchange.Rows.Skipped;
import org.silian.exchange.Rows.Why;
import org.silian.problem.Refusal;

/** How a sheet is understood. */
class RowsTests {

  private static final ImportKind KIND =
      new ImportKind() {
        @Override
        public String name() {
          return "trial";
        }

        @Override
        public String permission() {
          return "trial";
        }

        @Override
        public List<ImportField> fields() {
          return List.of(
              ImportField.of("name", CellType.TEXT, "韦木兰", "姓名", "name").mandatory(),
              ImportField.of("phone", CellType.PHONE, "", "电话", "联系电话"),
              ImportField.of("day", CellType.DAY, "", "日期", "登记日期"),
              ImportField.of("kind", CellType.CHOICE, "", "类别").meaning("REPAIR", "维修"),
              ImportField.of("cost", CellType.YUAN, "", "费用"),
              ImportField.of("child", CellType.YES_NO, "", "未成年人"));
        }

        @Override
        public List<Verdict> judge(List<ImportRow> rows) {
          return rows.stream().map(row -> Verdict.fresh()).toList();
        }

        @Override
        public void make(List<ImportRow> rows) {}
      };

  @Test
  void titlesNotesTotalsAndEmptyNumbersAreToldFromRows() {
    var sheet =
        sheet(
            List.of("微心愿登记表"),
            List.of("填报单位：秀灵南社区"),
            List.of("序号", "姓 名*", "联系电话（必填）", "登记日期"),
            List.of("示例", "韦木兰", "13800001234", "2026-03-05"),
            List.of("1", "莫听夏", "13900001234", "2026/3/5"),
            List.of("序号", "姓 名*", "联系电话（必填）", "登记日期"),
            List.of("2", "李阿槐", "", ""),
            List.of("3", "", "", ""),
            List.of("合计", "2", "", ""),
            List.of("填表说明：一行一人"),
            List.of("制表人：卢小满", "", "审核：何映川", ""));
    var layout = Layout.of(sheet, KIND.fields(), null);

    assertThat(layout.headerLine()).isEqualTo(3);
    assertThat(layout.columns())
        .extracting(Layout.Column::field)
        .containsExactly(null, "name", "phone", "day");
    var rows = rows(sheet, layout);
    assertThat(rows.good()).extracting(ImportRow::line).containsExactly(5, 7);
    assertThat(rows.good().getFirst().day("day")).isEqualTo(LocalDate.of(2026, 3, 5));
    assertThat(rows.skipped())
        .containsExactly(
            new Skipped(1, Why.TITLE),
            new Skipped(2, Why.TITLE),
            new Skipped(4, Why.EXAMPLE),
            new Skipped(6, Why.HEADER_AGAIN),
            new Skipped(8, Why.NUMBER_ONLY),
            new Skipped(9, Why.NOTE),
            new Skipped(10, Why.NOTE),
            new Skipped(11, Why.NOTE));
  }

  @Test
  void idNumbersAreNotEvenKept() {
    var byHeader = sheet(List.of("姓名", "身份证号"), List.of("韦木兰", "见附件"));
    var byContent = sheet(List.of("姓名", "备注"), List.of("韦木兰", "11010519491231002X"));
    for (var sheet : List.of(byHeader, byContent)) {
      var column = Layout.of(sheet, KIND.fields(), null).columns().get(1);
      assertThat(column.withheld()).isTrue();
      assertThat(column.samples()).isEmpty();
    }
    refused("exchange.id-number", "name", "韦木兰 440524188001010014");
  }

  @Test
  void aHiddenColumnIsNotMatchedUnlessItWasChosenBefore() {
    var sheet =
        new Sheet(
            "",
            false,
            List.of(
                new Sheet.Line(1, false, List.of("姓名", "电话")),
                new Sheet.Line(2, false, List.of("韦木兰", "13800001234"))),
            java.util.Set.of(1),
            List.of());
    assertThat(Layout.of(sheet, KIND.fields(), null).columns().get(1).field()).isNull();
    assertThat(
            Layout.of(sheet, KIND.fields(), Map.of(0, "name", 1, "phone")).columns().get(1).field())
        .isEqualTo("phone");
  }

  @Test
  void aColumnIsFoundAlsoUnderTheWordsOfTheDistrict() {
    var grid = ImportField.of("grid", CellType.TEXT, "", "网格").named("党建微格");
    var layout = Layout.of(sheet(List.of("党建微格"), List.of("甲一微格")), List.of(grid), null);
    assertThat(layout.columns()).extracting(Layout.Column::field).containsExactly("grid");
  }

  @Test
  void aHeaderInLongerWordsIsProposedAfterTheExactOnes() {
    var layout =
        Layout.of(
            sheet(List.of("居民姓名", "姓名", "紧急联系电话"), List.of("a", "b", "c")), KIND.fields(), null);
    assertThat(layout.columns())
        .extracting(Layout.Column::field)
        .containsExactly(null, "name", "phone");
  }

  @Test
  void whatEveryRowHasNeedsNoColumn() {
    var sheet = sheet(List.of("姓名"), List.of("韦木兰"));
    var rows = Rows.of(sheet, 1, KIND, Map.of(0, "name"), Map.of("kind", "维修"));
    assertThat(rows.good().getFirst().text("kind")).isEqualTo("REPAIR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026年3月5日",
        "２０２６－０３－０５",
        "20260305",
        "46086",
        "46086.5",
        "2026-3-5 08:30",
        "2026 年 3 月 5 号"
      })
  void aDayIsUnderstoodAsPeopleWriteIt(String text) {
    assertThat(Cells.day(text, false, "day")).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void whatCannotBeMeantIsRefusedWithItsReason() {
    refused("exchange.day", "day", "3月5日");
    refused("exchange.day", "day", "2026-02-30");
    refused("exchange.money", "cost", "约五十");
    refused("exchange.money", "cost", "1.005");
    refused("exchange.choice", "kind", "修理一下");
    refused("exchange.yes-no", "child", "可能");
    refused("exchange.lossy", "phone", "1.38E+10");
    refused("exchange.cell-error", "phone", "#REF!");
    refused("exchange.required", "phone", "13800001234");
    assertThat(Cells.fen("￥1,200.50元", "cost")).isEqualTo("120050");
    assertThat(Cells.yes("√", "child")).isTrue();
  }

  private static void refused(String code, String field, String cell) {
    assertThatThrownBy(
            () -> {
              var cells = new HashMap<>(Map.of("name", "韦木兰"));
              cells.put(field, cell);
              if (code.equals("exchange.required")) {
                cells.remove("name");
              }
              var names = List.copyOf(cells.keySet());
              var columns = new HashMap<Integer, String>();
              names.forEach(name -> columns.put(names.indexOf(name), name));
              var sheet = sheet(List.of("a", "b"), names.stream().map(cells::get).toList());
              var bad = Rows.of(sheet, 1, KIND, columns, Map.of()).bad();
              assertThat(bad).containsOnlyKeys(2);
              throw bad.get(2);
            })
        .isInstanceOf(Refusal.class)
        .hasMessage(code);
  }

  private static Rows rows(Sheet sheet, Layout layout) {
    var columns = new HashMap<Integer, String>();
    layout.columns().stream()
        .filter(column -> column.field() != null)
        .forEach(column -> columns.put(column.index(), column.field()));
    return Rows.of(sheet, layout.headerLine(), KIND, columns, Map.of());
  }

  @SafeVarargs
  private static Sheet sheet(List<String>... lines) {
    var numbered = new java.util.ArrayList<Sheet.Line>();
    for (int i = 0; i < lines.length; i++) {
      numbered.add(new Sheet.Line(i + 1, false, lines[i]));
    }
    return new Sheet("", false, numbered, java.util.Set.of(), List.of());
  }
}
