package org.silian.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is laid out: where its headers stand, and which column is proposed for which field.
 *
 * @param headerLine the number of the line with the headers
 */
record Layout(int headerLine, List<Column> columns) {

  private static final int LOOKED_AT = 30;
  private static final int SAMPLES = 3;
  private static final int LONGEST_SAMPLE = 30;
  private static final Pattern ID_HEADER =
      Pattern.compile(
          "身份证(?!明材料).*|.*身份证号码?|证件号码?|公民身份号码|idnumber|idcard(no|number)?|identity(card)?(no|number)");

  /**
   * A column of the file.
   *
   * @param index from 0
   * @param withheld whether it holds ID numbers, which are never imported: not even kept
   * @param field that it is proposed for
   */
  record Column(
      int index,
      String header,
      boolean hidden,
      boolean withheld,
      List<String> samples,
      @Nullable String field) {}

  /** How many of the fields the headers of a sheet name. */
  static int fit(Sheet sheet, List<ImportField> known) {
    return sheet.lines().stream()
        .limit(LOOKED_AT)
        .mapToInt(line -> named(line, known, true).size())
        .max()
        .orElse(0);
  }

  /**
   * @param remembered what was chosen for the same headers before
   */
  static Layout of(
      Sheet sheet, List<ImportField> known, @Nullable Map<Integer, String> remembered) {
    var header = header(sheet, known);
    var fields = remembered == null ? named(header, known, false) : remembered;
    var columns = new ArrayList<Column>();
    int width = sheet.width();
    for (int i = 0; i < width; i++) {
      var samples = samples(sheet, header.number(), i);
      if (header.cell(i).isEmpty() && samples.isEmpty()) {
        continue;
      }
      boolean hidden = sheet.hiddenColumns().contains(i);
      boolean withheld = isOfIdNumbers(header.cell(i), samples);
      columns.add(
          new Column(
              i,
              header.cell(i),
              hidden,
              withheld,
              withheld ? List.of() : samples.stream().map(Layout::shortened).toList(),
              withheld || (hidden && remembered == null) ? null : fields.get(i)));
    }
    return new Layout(header.number(), columns);
  }

  /** The headers as one text, by which a choice of columns is remembered. */
  String headers() {
    return String.join(
        "\n", columns.stream().map(c -> c.index() + " " + Cells.key(c.header())).toList());
  }

  private static Sheet.Line header(Sheet sheet, List<ImportField> known) {
    var best = sheet.lines().getFirst();
    int most = 0;
    for (var line : sheet.lines().subList(0, Math.min(LOOKED_AT, sheet.lines().size()))) {
      int matches = named(line, known, true).size();
      if (matches > most) {
        most = matches;
        best = line;
      }
    }
    return best;
  }

  /** The fields that the cells of a line name: exactly, or else within longer words. */
  private static Map<Integer, String> named(
      Sheet.Line line, List<ImportField> known, boolean exactly) {
    var fields = new HashMap<Integer, String>();
    var taken = new HashSet<String>();
    for (boolean exact : exactly ? new boolean[] {true} : new boolean[] {true, false}) {
      for (int i = 0; i < line.cells().size(); i++) {
        var header = Cells.key(line.cell(i));
        if (!header.isEmpty() && !fields.containsKey(i)) {
          for (var field : known) {
            if (!taken.contains(field.key()) && names(field, header, exact)) {
              taken.add(field.key());
              fields.put(i, field.key());
              break;
            }
          }
        }
      }
    }
    return fields;
  }

  private static boolean names(ImportField field, String header, boolean exact) {
    return field.synonyms().stream()
        .map(Cells::key)
        .anyMatch(
            known -> exact ? known.equals(header) : known.length() > 1 && header.contains(known));
  }

  private static List<String> samples(Sheet sheet, int headerLine, int column) {
    return sheet.lines().stream()
        .filter(line -> line.number() > headerLine)
        .map(line -> line.cell(column))
        .filter(cell -> !cell.isEmpty())
        .distinct()
        .limit(SAMPLES)
        .toList();
  }

  private static String shortened(String sample) {
    return sample.length() <= LONGEST_SAMPLE ? sample : sample.substring(0, LONGEST_SAMPLE) + "…";
  }

  private static boolean isOfIdNumbers(String header, List<String> samples) {
    return ID_HEADER.matcher(Cells.key(header)).matches()
        || (!samples.isEmpty() && samples.stream().allMatch(Cells::holdsIdNumber));
  }
}
