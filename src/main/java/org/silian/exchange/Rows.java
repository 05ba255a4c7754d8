package org.silian.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * The lines of a sheet understood by a choice of columns.
 *
 * @param good those of which every cell was understood
 * @param bad the others, each with the first cell that was not
 * @param skipped what is no row: said, never swallowed
 */
record Rows(List<ImportRow> good, Map<Integer, Refusal> bad, List<Skipped> skipped) {

  private static final Pattern TRAILER =
      Pattern.compile(
          "(填表说明|填报说明|说明|备注|注|合计|总计|小计|制表|填表|填报|审核|审批|负责人|联系人|单位负责人|以上|共计?\\d+|notes?|total|prepared|checked)"
              + "([\\s:：人日].*|$|\\d.*|[^\\s]{0,12})");
  private static final Pattern EXAMPLE = Pattern.compile("(示例|样例|范例|例|example)([:：\\s].*)?");

  /** A line that is no row. */
  record Skipped(int line, Why why) {}

  /** Why a line is no row. */
  enum Why {
    TITLE,
    HEADER_AGAIN,
    HIDDEN,
    EXAMPLE,
    NOTE,
    NUMBER_ONLY
  }

  /**
   * @param columns which field is in which column
   * @param constants what every row has in fields without a column, as written
   */
  static Rows of(
      Sheet sheet,
      int headerLine,
      ImportKind kind,
      Map<Integer, String> columns,
      Map<String, String> constants) {
    var rows = new Rows(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
    var header =
        sheet.lines().stream()
            .filter(line -> line.number() == headerLine)
            .findFirst()
            .orElseThrow();
    for (var line : sheet.lines()) {
      if (line.number() == headerLine) {
        continue;
      }
      var why = whyNot(line, header, columns);
      if (why != null) {
        rows.skipped.add(new Skipped(line.number(), why));
      } else {
        rows.add(line, sheet.since1904(), kind, columns, constants);
      }
    }
    return rows;
  }

  private void add(
      Sheet.Line line,
      boolean since1904,
      ImportKind kind,
      Map<Integer, String> columns,
      Map<String, String> constants) {
    var cells = new HashMap<>(constants);
    columns.forEach(
        (column, field) -> {
          if (!line.cell(column).isEmpty()) {
            cells.put(field, line.cell(column));
          }
        });
    var values = new HashMap<String, String>();
    try {
      for (var field : kind.fields()) {
        var cell = cells.get(field.key());
        if (cell != null) {
          values.put(field.key(), Cells.read(field, cell, since1904));
        } else if (field.required()) {
          throw Refusal.invalid("exchange.required", field.key());
        }
      }
      good.add(new ImportRow(line.number(), values));
    } catch (Refusal refusal) {
      bad.put(line.number(), refusal);
    }
  }

  private static @org.jspecify.annotations.Nullable Why whyNot(
      Sheet.Line line, Sheet.Line header, Map<Integer, String> columns) {
    if (line.number() < header.number()) {
      return Why.TITLE;
    }
    if (line.hidden()) {
      return Why.HIDDEN;
    }
    if (line.cells().equals(header.cells())) {
      return Why.HEADER_AGAIN;
    }
    var first = line.cells().stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    if (EXAMPLE.matcher(Cells.key(first)).matches()) {
      return Why.EXAMPLE;
    }
    long mapped = columns.keySet().stream().filter(c -> !line.cell(c).isEmpty()).count();
    if (mapped <= 2
        && columns.size() > 2
        && TRAILER.matcher(first.toLowerCase(java.util.Locale.ROOT)).matches()) {
      return Why.NOTE;
    }
    return mapped == 0 ? Why.NUMBER_ONLY : null;
  }
}
