package org.silian.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
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

  private static final String NAME = "silian";
  private static final String OWNER = "silian_owner";
  private static final String USER = "silian_app";

  /** The embedded cluster, with its database and the two roles made where they are missing. */
  static Database in(EmbeddedPostgres cluster, InstallationSecret secret) {
    return prepared(
        cluster.url("postgres"),
        cluster.url(NAME),
        NAME,
        cluster.user(),
        cluster.password(),
        secret,
        cluster);
  }

  /** A database on a server where {@code superuser} may make roles and databases. */
  static Database prepared(
      String administrationUrl,
      String url,
      String name,
      String superuser,
      String superuserPassword,
      InstallationSecret secret,
      @Nullable EmbeddedPostgres cluster) {
    var ownerPassword = secret.password("database-owner");
    var password = secret.password("database-user");
    try (var connection =
            DriverManager.getConnection(administrationUrl, superuser, superuserPassword);
        var statement = connection.createStatement()) {
      for (var role : new String[][] {{OWNER, ownerPassword}, {USER, password}}) {
        statement.execute(
            """
            do $$ begin
              create role %1$s login;
            exception when duplicate_object then null;
            end $$"""
                .formatted(role[0]));
        statement.execute("alter role %s password '%s'".formatted(role[0], role[1]));
      }
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (!found.next()) {
          statement.execute("create database %s owner %s".formatted(name, OWNER));
        }
      }
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
