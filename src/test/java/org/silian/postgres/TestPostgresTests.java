package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPostgresTests {

  @Test
  void aDatabaseIsMadeOnceAndApartFromOthers() throws Exception {
    try (var connection = TestPostgres.connect("test_postgres");
        var statement = connection.createStatement()) {
      statement.execute("create table only_here ()");
    }

    assertThat(tables("test_postgres")).isEqualTo(1);
    assertThat(tables("test_postgres_other")).isZero();
  }

  @Test
  void aRunOfTestsAtTheSameTimeHasAServerOfItsOwn() throws Exception {
    assumeTrue(System.getenv("SILIAN_TEST_DB_URL") == null, "all runs share the named server");
    String mine = TestPostgres.url("test_postgres_twice");
    try (var other = OtherProgram.startTests(Map.of(), "test_postgres_twice")) {
      assertThat(other.nextWord()).startsWith("jdbc:postgresql:").isNotEqualTo(mine);
      assertThat(tables("test_postgres_twice")).isZero();
      Path folder = Path.of("target", "postgres-test-" + other.pid());
      assertThat(folder).isDirectory();

      other.goOn();
      other.awaitEnd();
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void aServerNamedInTheEnvironmentIsUsedAndLeftTidy() throws Exception {
    Map<String, String> environment =
        Map.of(
            "SILIAN_TEST_DB_URL", TestPostgres.url("test_postgres_entry") + "?ApplicationName=x",
            "SILIAN_TEST_DB_USER", TestPostgres.user(),
            "SILIAN_TEST_DB_PASSWORD", TestPostgres.password());
    try (var other = OtherProgram.startTests(environment, "test_postgres_guest")) {
      String database = "test_postgres_guest_" + other.pid();
      assertThat(other.nextWord()).contains("/" + database);
      assertThat(databases(database)).isEqualTo(1);

      other.goOn();
      other.awaitEnd();
      assertThat(databases(database)).isZero();
    }
  }

  private static int databases(String name) throws Exception {
    return count(
        "test_postgres_entry",
        "select count(*) from pg_database where datname = '%s'".formatted(name));
  }

  private static int tables(String database) throws Exception {
    return count(database, "select count(*) from pg_tables where schemaname = 'public'");
  }

  private static int count(String database, String sql) throws Exception {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
