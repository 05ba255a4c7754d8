package org.silian.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.silian.postgres.EmbeddedPostgres;
import org.silian.vault.InstallationSecret;

/**
 * Where the data is and as whom it is reached: the owner migrates, the application's own role can
 * neither change the schema nor touch what the journal has written.
 */
record Database(
    String url,
    String owner,
    String ownerPassword,
    String user,
    String password,
    @Nullable EmbeddedPostgres embedded)
    implements AutoCloseable {

  static final String NAME = "silian";
  private static final String OWNER = "silian_owner";
  private static final String USER = "silian_app";

  /** How long a request waits for a connection before it is told to come again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The embedded cluster, with its database and the two roles made where they are missing. */
  static Database in(EmbeddedPostgres cluster, InstallationSecret secret) {
    try (var connection =
            DriverManager.getConnection(
                cluster.url("postgres"), cluster.user(), cluster.password());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        statement.execute("create database " + NAME);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be created", e);
    }
    return prepared(cluster.url(NAME), cluster.user(), cluster.password(), secret, cluster);
  }

  /** A database on which {@code superuser} makes the two roles, or gives them their passwords. */
  static Database prepared(
      String url,
      String superuser,
      String superuserPassword,
      InstallationSecret secret,
      @Nullable EmbeddedPostgres cluster) {
    var ownerPassword = secret.password("database-owner");
    var password = secret.password("database-user");
    try (var connection = DriverManager.getConnection(url, superuser, superuserPassword);
        var statement = connection.createStatement()) {
      for (var role : new String[][] {{OWNER, ownerPassword}, {USER, password}}) {
        statement.execute(
            """
            do $$ begin
              create role %s login;
            exception when duplicate_object or unique_violation then null;
            end $$"""
                .formatted(role[0]));
        statement.execute("alter role %s password '%s'".formatted(role[0], role[1]));
      }
      statement.execute(
          "do $$ begin execute format('alter database %%I owner to %s', current_database()); end $$"
              .formatted(OWNER));
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be prepared", e);
    }
    return new Database(url, OWNER, ownerPassword, USER, password, cluster);
  }

  /** Connections that may change the schema: for migrations alone. */
  DataSource asOwner() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(owner);
    source.setPassword(ownerPassword);
    return source;
  }

  /**
   * The application's pool. Plans are made for the values at hand: with a generic plan a
   * community's list took 10,000 times as long.
   */
  HikariDataSource asApplication(int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setAutoCommit(true);
    config.setInitializationFailTimeout(-1);
    config.setPoolName("silian");
    config.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
