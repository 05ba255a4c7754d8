package org.silian.tenancy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.postgres.EmbeddedPostgres;

/**
 * The database of an installation, opened to be read and nothing else, by a program that is not the
 * application: also while that one runs, and where it cannot.
 */
public final class Inspection implements AutoCloseable {

  private final String url;
  private final String user;
  private final String password;
  private final @Nullable EmbeddedPostgres started;

  private Inspection(String url, String user, String password, @Nullable EmbeddedPostgres started) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.started = started;
  }

  /**
   * Opens the database that the settings name, else the one in the data folder; there it uses the
   * server that runs, or starts it until {@link #close}.
   *
   * @param settings as environment variables have them
   */
  public static Inspection open(Path data, Map<String, String> settings) {
    var url = settings.getOrDefault("SILIAN_DB_URL", "");
    if (!url.isBlank()) {
      return new Inspection(
          url,
          settings.getOrDefault("SILIAN_DB_USER", "silian_app"),
          settings.getOrDefault("SILIAN_DB_PASSWORD", ""),
          null);
    }
    var folder = data.resolve("postgres");
    var beside = EmbeddedPostgres.beside(folder);
    if (beside.isPresent()) {
      var server = beside.get();
      return new Inspection(server.url(Database.NAME), server.user(), server.password(), null);
    }
    var server = EmbeddedPostgres.start(folder);
    return new Inspection(server.url(Database.NAME), server.user(), server.password(), server);
  }

  /** All districts, by code. */
  public List<District> districts() throws SQLException {
    try (var connection = connection(District.HUB);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select code, name, host from hub_district order by code")) {
      var districts = new ArrayList<District>();
      while (rows.next()) {
        districts.add(new District(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
      return districts;
    }
  }

  /** A connection that sees one moment of a district and can change nothing. */
  public Connection connection(District district) throws SQLException {
    var connection = DriverManager.getConnection(url, user, password);
    connection.setSchema(district.schema());
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
