package org.silian.launch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The sign-ins of the demo, as {@code sign-ins.csv} in the data folder has them. */
record SignInTable(List<NamedCsvRecord> signIns) {

  private static final List<String> HEAD = List.of("岗位 Post", "姓名 Name", "单位 Where", "手机 Phone");

  static SignInTable in(Path data) {
    var file = data.resolve("sign-ins.csv");
    if (!Files.exists(file)) {
      return new SignInTable(List.of());
    }
    try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return new SignInTable(csv.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return signIns.isEmpty();
  }

  /** All sign-ins of a demo share it. */
  String password() {
    return signIns.getFirst().getField("password");
  }

  /** The table in columns, its head first. */
  List<String> lines(UnaryOperator<String> roleName) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    signIns.forEach(
        signIn ->
            rows.add(
                List.of(
                    roleName.apply(signIn.getField("role")),
                    signIn.getField("name"),
                    signIn.getField("organisation"),
                    signIn.getField("phone"))));
    var widths = new int[HEAD.size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).repeat(' ', widths[i] - width(row.get(i)) + 2);
    }
    return line.toString().stripTrailing();
  }

  /** Columns on a screen: Chinese characters and their punctuation take two. */
  static int width(String text) {
    return text.codePoints()
        .map(
            c ->
                Character.isIdeographic(c)
                        || (c >= 0x3000 && c <= 0x303f)
                        || (c >= 0xff00 && c <= 0xff60)
                    ? 2
                    : 1)
        .sum();
  }
}
