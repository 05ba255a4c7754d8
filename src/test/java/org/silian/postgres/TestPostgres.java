package org.silian.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One PostgreSQL for all tests of a run, in {@code target/}, quick and not durable. With {@code
 * SILIAN_TEST_DB_URL}, {@code SILIAN_TEST_DB_USER} and {@code SILIAN_TEST_DB_PASSWORD} in the
 * environment it is that server instead, with that account, which must be a superuser's.
 */
public final class TestPostgres {

  private static final String NAME = "postgres-test";
  private static final Pattern JDBC = Pattern.compile("(jdbc:postgresql://[^/]+/)([^?]*)(\\?.*)?");
  private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

  private static final Map<String, String> QUICK =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "300");

  private TestPostgres() {}

  private record Server(String url, String user, String password, String suffix) {

    static final Server SHARED = find();

    private static Server find() {
      String external = System.getenv("SILIAN_TEST_DB_URL");
      if (external != null) {
        return new Server(
            external,
            Objects.requireNonNullElse(System.getenv("SILIAN_TEST_DB_USER"), "postgres"),
            Objects.requireNonNullElse(System.getenv("SILIAN_TEST_DB_PASSWORD"), ""),
            // Other runs may use the same server at the same time.
            "_" + ProcessHandle.current().pid());
      }
      EmbeddedPostgres postgres = start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres)));
      return new Server(postgres.url("postgres"), postgres.user(), postgres.password(), "");
    }

    String url(String database) {
      Matcher matcher = JDBC.matcher(url);
      if (!matcher.matches()) {
        throw new IllegalStateException("No JDBC address of PostgreSQL: " + url);
      }
      return matcher.group(1) + database + Objects.requireNonNullElse(matcher.group(3), "");
    }
  }

  /**
   * The JDBC address of a database that is empty at the first call in this run; later calls with
   * the same name give the same database.
   *
   * @param name of letters, digits and underscores, at most 50
   */
  public static String url(String name) {
    return DATABASES.computeIfAbsent(name, TestPostgres::create);
  }

  /** A superuser. */
  public static String user() {
    return Server.SHARED.user();
  }

  /** The superuser's password. */
  public static String password() {
    return Server.SHARED.password();
  }

  /** A connection to the database, as superuser; the caller closes it. */
  public static Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url(name), user(), password());
  }

  private static String create(String name) {
    if (!name.matches("[A-Za-z0-9_]{1,50}")) {
      throw new IllegalArgumentException("Not a name for a test's database: " + name);
    }
    Server server = Server.SHARED;
    String database = name + server.suffix();
    admin("drop database if exists \"%s\" with (force)".formatted(database));
    admin("create database \"%s\"".formatted(database));
    if (!server.suffix().isEmpty()) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> admin("drop database if exists \"%s\" with (force)".formatted(database))));
    }
    return server.url(database);
  }

  private static void admin(String sql) {
    Server server = Server.SHARED;
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static EmbeddedPostgres start() {
    Path target = Path.of("target");
    try {
      removeLeftovers(target);
      return startIn(target.resolve(NAME));
    } catch (PostgresUnavailable e) {
      if (!e.code().equals(PostgresUnavailable.IN_USE)) {
        throw e;
      }
      // Another run of the tests has it; this one gets a folder of its own.
      return startIn(target.resolve(NAME + "-" + ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres startIn(Path folder) {
    try {
      return EmbeddedPostgres.start(folder, QUICK);
    } catch (PostgresUnavailable e) {
      if (!e.code().equals(PostgresUnavailable.OTHER_VERSION)) {
        throw e;
      }
      // The last run was with another profile.
      try {
        OwnerOnly.remove(folder.resolve(Cluster.DATA));
      } catch (IOException io) {
        throw new UncheckedIOException(io);
      }
      return EmbeddedPostgres.start(folder, QUICK);
    }
  }

  private static void end(EmbeddedPostgres postgres) {
    postgres.close();
    if (postgres.folder().endsWith(NAME)) {
      // The next run starts quickly where this one ended.
      return;
    }
    try {
      OwnerOnly.remove(postgres.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders of runs that are over: stops what they may have left running and removes them. */
  private static void removeLeftovers(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return;
    }
    try (var folders = Files.newDirectoryStream(target, NAME + "-*")) {
      for (Path folder : folders) {
        String pid = folder.getFileName().toString().substring(NAME.length() + 1);
        if (pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Processes.serving(folder.toRealPath().resolve(Cluster.DATA))
              .forEach(ProcessHandle::destroyForcibly);
          OwnerOnly.remove(folder);
        }
      }
    }
  }
}
