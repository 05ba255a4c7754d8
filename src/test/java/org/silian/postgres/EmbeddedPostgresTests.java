package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

  @TempDir Path temporary;

  @Test
  void whatWasCommittedIsThereAtTheNextStart() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder())) {
      execute(postgres, "create table note (text text)");
      execute(postgres, "insert into note values ('四联')");
    }
    try (var postgres = EmbeddedPostgres.start(folder())) {
      assertThat(ask(postgres, "select text from note")).isEqualTo("四联");
    }
  }

  private Path folder() {
    return temporary.resolve("data folder").resolve("postgres");
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), postgres.user(), postgres.password());
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
