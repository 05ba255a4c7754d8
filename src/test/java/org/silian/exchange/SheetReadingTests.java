package org.silian.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

/** Files as people really make them. */
class SheetReadingTests {

  private static final String TEXT = "姓名,电话\r\n韦木兰,13800001234\r\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void textIsReadInWhateverCharacterSetItWasSaved(String charset) {
    assertThat(cells(TEXT.getBytes(Charset.forName(charset))))
        .containsExactly(List.of("姓名", "电话"), List.of("韦木兰", "13800001234"));
  }

  @Test
  void aMarkAtTheBeginningIsNoPartOfTheFirstHeader() {
    assertThat(cells(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)).getFirst())
        .containsExactly("姓名", "电话");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "，"})
  void theSeparatorIsFoundOut(String separator) {
    var text = "姓名,内容\n韦木兰,\"换灯,修门\"\n莫听夏,读报\n".replace(",", separator);
    assertThat(cells(text.getBytes(StandardCharsets.UTF_8)).get(1))
        .containsExactly("韦木兰", "换灯" + separator.replace('\t', ' ') + "修门");
  }

  @Test
  void linesAreCountedAsPeopleSeeThem() {
    var sheet = read("姓名,内容\n\n韦木兰,\"换灯\n修门\"\n莫听夏,读报\n".getBytes(StandardCharsets.UTF_8));
    assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(1, 3, 5);
  }

  @Test
  void fullWidthDigitsSpacesAndApostrophesAreTakenAsMeant() {
    assertThat(cells("电话\n'１３８ 0000　1234\n".getBytes(StandardCharsets.UTF_8)).get(1))
        .containsExactly("138 0000 1234");
  }

  @Test
  void daysOfAWorkbookAreDaysWhateverTheirFormat() {
    var workbook =
        Workbooks.of(
            sheet -> {
              sheet.value(0, 0, LocalDate.of(2026, 3, 5));
              sheet.style(0, 0).format("yyyy-mm-dd").set();
              sheet.value(0, 1, 46086);
              sheet.style(0, 1).format("yyyy\"年\"m\"月\"d\"日\"").set();
              sheet.value(0, 2, 46086);
              sheet.value(0, 3, "2026.3.5");
              sheet.value(0, 4, 46086);
              sheet.style(0, 4).format("[Red]0.00").set();
            });
    assertThat(cells(workbook).getFirst())
        .containsExactly("2026-03-05", "2026-03-05", "46086", "2026.3.5", "46086");
  }

  @Test
  void daysAreCountedFrom1904WhereTheWorkbookSaysSo() {
    var workbook =
        Workbooks.patched(
            Workbooks.of(
                sheet -> {
                  sheet.value(0, 0, 46086 - 1462);
                  sheet.style(0, 0).format("yyyy-mm-dd").set();
                  sheet.value(0, 1, 46086 - 1462);
                }),
            "xl/workbook.xml",
            xml ->
                xml.contains("<workbookPr")
                    ? xml.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"1\"/>")
                    : xml.replaceFirst("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    var sheet = read(workbook);
    assertThat(sheet.since1904()).isTrue();
    assertThat(sheet.lines().getFirst().cell(0)).isEqualTo("2026-03-05");
    assertThat(Cells.day(sheet.lines().getFirst().cell(1), true, "day"))
        .isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void aNumberKeepsItsDigitsUnlessTheSpreadsheetHasLostThem() {
    var workbook =
        Workbooks.of(
            sheet -> {
              sheet.value(0, 0, 13800001234L);
              sheet.value(0, 1, 450107199001011234L);
              sheet.value(0, 2, 0.1 + 0.2);
              sheet.value(0, 3, "1.38E+10");
            });
    assertThat(cells(workbook).getFirst())
        .satisfiesExactly(
            phone -> assertThat(phone).isEqualTo("13800001234"),
            lost -> assertThat(Cells.isLossy(lost)).isTrue(),
            sum -> assertThat(sum).isEqualTo("0.3"),
            text -> assertThat(Cells.isLossy(text)).isTrue());
  }

  @Test
  void formulasCountByTheValueLastShownAndItIsSaid() {
    var workbook =
        Workbooks.patched(
            Workbooks.of(sheet -> sheet.formula(0, 0, "20+30")),
            Workbooks.SHEET,
            xml -> xml.replace("</f>", "</f><v>50</v>"));
    var sheet = read(workbook);
    assertThat(sheet.lines().getFirst().cells()).containsExactly("50");
    assertThat(sheet.notes()).containsExactly(new Sheet.Note("formulas", 1));
  }

  @Test
  void hiddenColumnsAndLinesAreKnownAndHiddenSheetsLeft() {
    var workbook =
        Workbooks.of(
            sheet -> {
              sheet.value(0, 0, "姓名");
              sheet.value(0, 1, "内部编号");
              sheet.value(1, 0, "韦木兰");
              sheet.value(2, 0, "莫听夏");
              sheet.hideColumn(1);
              sheet.hideRow(2);
              var hidden = sheet.getWorkbook().newWorksheet("旧表");
              hidden.value(0, 0, "别看");
              hidden.setVisibilityState(VisibilityState.HIDDEN);
            });
    var sheet = read(workbook);
    assertThat(sheet.name()).isEqualTo("登记");
    assertThat(sheet.hiddenColumns()).containsExactly(1);
    assertThat(sheet.lines()).extracting(Sheet.Line::hidden).containsExactly(false, false, true);
  }

  @Test
  void cellsMergedDownwardsHoldForEachOfTheirLinesAndTitlesForThemselves() {
    var workbook =
        Workbooks.of(
            sheet -> {
              sheet.value(0, 0, "微心愿登记表");
              sheet.range(0, 0, 0, 1).merge();
              sheet.value(1, 0, "秀灵南社区");
              sheet.range(1, 0, 2, 0).merge();
              sheet.value(1, 1, "韦木兰");
              sheet.value(2, 1, "莫听夏");
            });
    assertThat(cells(workbook).get(0).stream().filter(cell -> !cell.isEmpty()))
        .containsExactly("微心愿登记表");
    assertThat(cells(workbook).get(2)).containsExactly("秀灵南社区", "莫听夏");
  }

  @Test
  void entitiesAreNotExpanded() {
    var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    var workbook =
        Workbooks.patched(
            Workbooks.of(sheet -> sheet.value(0, 0, "姓名")),
            Workbooks.SHEET,
            xml -> xml.replaceFirst("(<\\?xml[^>]*\\?>)", "$1" + bomb));
    refused("hostile", workbook);
  }

  @Test
  void externalEntitiesAreNotFetched() {
    var workbook =
        Workbooks.patched(
            Workbooks.of(sheet -> sheet.value(0, 0, "姓名")),
            "xl/workbook.xml",
            xml ->
                xml.replaceFirst(
                    "(<\\?xml[^>]*\\?>)",
                    "$1<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"));
    refused("hostile", workbook);
  }

  @Test
  void whatUnpacksBeyondAllMeasureIsRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
      var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        zip.write(spaces);
      }
    }
    refused("hostile", out.toByteArray());
  }

  @Test
  void twoMillionLinesAreNotBelieved() {
    var workbook =
        Workbooks.patched(
            Workbooks.of(sheet -> sheet.value(0, 0, "姓名")),
            Workbooks.SHEET,
            xml -> xml.replace("<row r=\"1\"", "<row r=\"2000000\""));
    refused("too-long", workbook);
  }

  @Test
  void whatIsNoSheetIsRefusedWithAReason() {
    refused("empty", new byte[0]);
    refused("empty", " \n \n".getBytes(StandardCharsets.UTF_8));
    refused("old-excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
    refused("unreadable", "PK and nothing more".getBytes(StandardCharsets.UTF_8));
    refused("encoding", new byte[] {0, 1, (byte) 0xFF, 0, 0, 0, 3});
    refused("too-large", new byte[SheetReading.MOST_BYTES + 1]);
    refused("too-long", "a\n".repeat(Sheet.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8));
    refused("too-wide", ",".repeat(Sheet.MOST_COLUMNS).getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String why, byte[] bytes) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(Refusal.class)
        .hasMessage("exchange.file-" + why);
  }

  private static List<List<String>> cells(byte[] bytes) {
    return read(bytes).lines().stream().map(Sheet.Line::cells).toList();
  }

  private static Sheet read(byte[] bytes) {
    return SheetReading.read(bytes, sheet -> 0);
  }
}
