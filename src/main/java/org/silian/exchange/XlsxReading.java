package org.silian.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads workbooks as people see them: days as days, formulas by the value last shown. */
final class XlsxReading {

  private static final Set<Integer> BUILT_IN_DAYS =
      Set.of(
          14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56,
          57, 58);
  private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);
  private static final BigDecimal MOST_EXACT = new BigDecimal("1e15");
  private static final MathContext EXACT = new MathContext(15);
  private static final MathContext SHORT = new MathContext(6);

  private final boolean since1904;
  private int formulas;

  private XlsxReading(boolean since1904) {
    this.since1904 = since1904;
  }

  static Sheet read(byte[] bytes, ToIntFunction<Sheet> fit) {
    var outline = XlsxOutline.of(bytes);
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
      return workbook
          .getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .map(sheet -> new XlsxReading(workbook.isDate1904()).read(sheet, outline))
          .max(Comparator.comparingInt(fit))
          .orElseThrow(() -> SheetReading.refused("empty"));
    } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
      throw SheetReading.refused("unreadable");
    }
  }

  private Sheet read(org.dhatim.fastexcel.reader.Sheet sheet, XlsxOutline outline) {
    var lines = new ArrayList<Sheet.Line>();
    try (var rows = sheet.openStream()) {
      rows.forEach(
          row -> {
            var cells = new ArrayList<String>();
            for (var cell : row) {
              cells.add(cell == null ? "" : Cells.plain(text(cell)));
            }
            var line = new Sheet.Line(row.getRowNum(), row.isHidden(), cells);
            if (!line.isBlank()) {
              if (lines.size() == Sheet.MOST_LINES) {
                throw SheetReading.refused("too-long");
              }
              lines.add(line);
            }
          });
    } catch (IOException e) {
      throw SheetReading.refused("unreadable");
    }
    var part = outline.sheets().get(sheet.getName());
    if (part != null) {
      fillDown(lines, part.merges());
    }
    return new Sheet(
        sheet.getName(),
        since1904,
        lines,
        part == null ? Set.of() : part.hiddenColumns(),
        formulas == 0 ? List.of() : List.of(new Sheet.Note("formulas", formulas)));
  }

  /** Cells merged downwards say for each of their lines what the first one says. */
  private static void fillDown(List<Sheet.Line> lines, List<XlsxOutline.Merge> merges) {
    var byNumber = new HashMap<Integer, Sheet.Line>();
    lines.forEach(line -> byNumber.put(line.number(), line));
    for (var merge : merges) {
      var first = byNumber.get(merge.from());
      if (first != null && !first.cell(merge.column()).isEmpty()) {
        for (int n = merge.from() + 1; n <= Math.min(merge.to(), merge.from() + 1_000); n++) {
          var line = byNumber.get(n);
          if (line != null) {
            while (line.cells().size() <= merge.column()) {
              line.cells().add("");
            }
            line.cells().set(merge.column(), first.cell(merge.column()));
          }
        }
      }
    }
  }

  private String text(Cell cell) {
    if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
      formulas++;
    }
    var raw = cell.getRawValue();
    return switch (cell.getType()) {
      case STRING -> cell.getText();
      case BOOLEAN -> "1".equals(raw) || "true".equalsIgnoreCase(raw) ? "TRUE" : "FALSE";
      case NUMBER, FORMULA -> number(raw, cell.getDataFormatId(), cell.getDataFormatString());
      case ERROR -> raw == null || !raw.startsWith("#") ? "#N/A" : raw;
      case EMPTY -> "";
    };
  }

  private String number(@Nullable String raw, @Nullable Integer format, @Nullable String pattern) {
    if (raw == null || !raw.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return raw == null ? "" : raw;
    }
    var number = new BigDecimal(raw);
    if (isDay(format, pattern)
        && number.compareTo(BigDecimal.ONE) >= 0
        && number.compareTo(LAST_DAY) < 0) {
      return Cells.serialDay(number.longValue(), since1904).toString();
    }
    // A spreadsheet keeps fifteen digits; of a longer number the rest is gone, and it says so.
    return number.abs().compareTo(MOST_EXACT) >= 0
        ? "%sE+%d"
            .formatted(
                number
                    .round(SHORT)
                    .movePointLeft(number.precision() - number.scale() - 1)
                    .stripTrailingZeros()
                    .toPlainString(),
                number.precision() - number.scale() - 1)
        : number.round(EXACT).stripTrailingZeros().toPlainString();
  }

  private static boolean isDay(@Nullable Integer format, @Nullable String pattern) {
    if (format != null && BUILT_IN_DAYS.contains(format)) {
      return true;
    }
    return pattern != null
        && pattern
            .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|(?i)general|red|AM/PM", "")
            .matches("(?s).*[yYdD].*");
  }
}
