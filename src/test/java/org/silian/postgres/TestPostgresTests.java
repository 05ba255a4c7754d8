package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static int tables(String database) throws Exception {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
