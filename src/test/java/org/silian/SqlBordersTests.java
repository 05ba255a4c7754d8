package org.silian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * SQL has no compiler, so this reads it: a module's statements name its own tables, and may join
 * {@code organisation}. A foreign key may point anywhere.
 */
class SqlBordersTests {

  private static final Path CODE = Path.of("src/main/java/org/silian");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db");
  private static final Pattern TABLE = Pattern.compile("(?im)^create table\\s+(\\w+)");
  private static final Pattern BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern SQL =
      Pattern.compile("(?i)\\b(?:from|join|into|update|table|using)\\s+([a-z_]+)");
  private static final Pattern REFERENCE = Pattern.compile("(?i)references\\s+\\w+");

  /** What any module may join: names and paths of organisations. */
  private static final Set<String> JOINABLE = Set.of("organisation");

  /**
   * Known crossings; the list may only shrink. Figures are the reading side of the journal; a
   * request reads its session and its current posts in one query; the tasks of an ended post are
   * found with it.
   */
  private static final Set<String> AGREED =
      Set.of(
          "figure journal_measure",
          "figure journal_queue",
          "figure journal_entry",
          "access organisation_person",
          "access organisation_appointment",
          "task organisation_appointment");

  @Test
  void everyTableCarriesItsModulesName() throws IOException {
    for (var migration : migrations()) {
      var module = module(migration);
      for (var table : tables(Files.readString(migration))) {
        assertThat(table.equals(module) || table.startsWith(module + "_") || hub(migration, table))
            .as("%s in %s", table, migration.getFileName())
            .isTrue();
      }
    }
  }

  @Test
  void everyModulesStatementsKeepToItsOwnTables() throws IOException {
    var owners = new TreeMap<String, String>();
    for (var migration : migrations()) {
      tables(Files.readString(migration)).forEach(table -> owners.put(table, module(migration)));
    }
    var crossings = new TreeSet<String>();
    try (var files = Files.walk(CODE)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var relative = CODE.relativize(file);
        if (relative.getNameCount() == 2) {
          var module = relative.getName(0).toString();
          for (var table : named(Files.readString(file))) {
            var owner = owners.get(table);
            if (owner != null && !owner.equals(module) && !JOINABLE.contains(table)) {
              crossings.add(module + " " + table);
            }
          }
        }
      }
    }
    assertThat(crossings)
        .as("statements that name a table of another module")
        .isEqualTo(new TreeSet<>(AGREED));
  }

  @Test
  void migrationsTouchOtherModulesTablesOnlyByForeignKeys() throws IOException {
    var owners = new TreeMap<String, String>();
    for (var migration : migrations()) {
      var module = module(migration);
      var sql = Files.readString(migration);
      tables(sql).forEach(table -> owners.put(table, module));
      for (var table : named('"' + "\"\"" + REFERENCE.matcher(sql).replaceAll("") + "\"\"\"")) {
        var owner = owners.getOrDefault(table, module);
        assertThat(owner.equals(module) || isAgreed(module, table))
            .as("%s names %s", migration.getFileName(), table)
            .isTrue();
      }
    }
  }

  private static boolean isAgreed(String module, String table) {
    return JOINABLE.contains(table) || AGREED.contains(module + " " + table);
  }

  private static boolean hub(Path migration, String table) {
    return migration.getParent().endsWith("hub") && table.startsWith("hub_");
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.walk(MIGRATIONS)) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String module(Path migration) {
    return migration.getFileName().toString().replaceFirst("^V\\d+__(\\w+)\\.sql$", "$1");
  }

  private static List<String> tables(String sql) {
    return TABLE.matcher(sql).results().map(match -> match.group(1)).toList();
  }

  /** Tables named in the text blocks and literals of a source. */
  private static Set<String> named(String source) {
    var texts = new ArrayList<String>();
    var rest =
        BLOCK
            .matcher(source)
            .replaceAll(
                match -> {
                  texts.add(match.group(1));
                  return "";
                });
    LITERAL.matcher(rest).results().forEach(match -> texts.add(match.group(1)));
    var names = new TreeSet<String>();
    for (var text : texts) {
      SQL.matcher(text).results().forEach(match -> names.add(match.group(1)));
    }
    return names;
  }
}
