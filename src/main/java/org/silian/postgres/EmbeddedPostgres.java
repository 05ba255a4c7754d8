package org.silian.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the program's own, in a folder of its own, reached from this computer
 * alone.
 *
 * <p>What was committed is there at the next start, also when the program, the server or both were
 * killed. One program at a time has the folder; what a killed one left running is stopped and
 * started anew. Nothing is stopped by itself: who starts must {@link #close()}, after the last use.
 * A server that dies meanwhile stays dead, unless the program asked to {@link #keepAlive()}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Path folder;
  private final FolderLock lock;
  private final Server server;
  private final Watch watch;
  private final int port;
  private final String password;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(
      Path folder, FolderLock lock, Server server, Watch watch, int port, String password) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.watch = watch;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server in the folder as {@link #start(Path, Map)} does, with commits that survive a
   * power cut.
   *
   * @throws PostgresUnavailable when that is not possible
   */
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * Starts the server and returns when it answers. A missing or empty folder gets a new database
   * cluster; in one that is there, traces of a crash are cleared away. The folder is closed to
   * other accounts.
   *
   * @param folder for PostgreSQL alone; the cluster lies in {@code data} below it
   * @param settings for {@code postgresql.conf}; the address and the port cannot be set
   * @throws PostgresUnavailable when another program has the folder, when it holds other things or
   *     the data of another version, or when the server cannot run here
   */
  public static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
    var wished = new ServerSettings(settings);
    // First of all, since the rest would be lost on a system for which there are no programs.
    String archive = Binaries.archive();
    try {
      Account account = Account.current();
      Path home = home(folder, account);
      FolderLock lock = FolderLock.take(home);
      boolean started = false;
      try {
        var programs = new Programs(Binaries.unpacked(archive, account), account, home);
        EmbeddedPostgres postgres = start(home, lock, programs, wished);
        started = true;
        return postgres;
      } finally {
        if (!started) {
          lock.release();
        }
      }
    } catch (IOException e) {
      throw PostgresUnavailable.unusable(folder, e);
    }
  }

  private static EmbeddedPostgres start(
      Path home, FolderLock lock, Programs programs, ServerSettings settings) throws IOException {
    var cluster = new Cluster(home, programs);
    var server = new Server(home, cluster.data(), programs);
    cluster.removeUnfinished();
    cluster.make(settings);
    server.clearTheWay();
    cluster.replaceLostPassword();
    int port = server.start(settings);
    log.info("PostgreSQL runs in {} at port {}", home, port);
    var watch = new Watch(home, server, settings, port);
    return new EmbeddedPostgres(home, lock, server, watch, port, cluster.password());
  }

  /**
   * Removes the database in a folder for good, after stopping what a killed program left running of
   * it. A folder that is missing or empty is left as it is.
   *
   * @throws PostgresUnavailable when another program has the folder, when it holds other things, or
   *     when something in it does not end or go
   */
  public static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    String archive = Binaries.archive();
    try {
      Account account = Account.current();
      Path home = home(folder, account);
      FolderLock lock = FolderLock.take(home);
      try {
        var programs = new Programs(Binaries.unpacked(archive, account), account, home);
        var cluster = new Cluster(home, programs);
        cluster.removeUnfinished();
        new Server(home, cluster.data(), programs).clearTheWay();
        cluster.remove();
      } finally {
        lock.release();
      }
    } catch (IOException e) {
      throw PostgresUnavailable.unusable(folder, e);
    }
  }

  /**
   * The server that another program runs in the folder just now, to look at its data beside that
   * program; empty when none runs.
   *
   * @throws PostgresUnavailable when the folder cannot be read
   */
  public static Optional<Beside> beside(Path folder) {
    try {
      var data = folder.toRealPath().resolve(Cluster.DATA);
      var password = folder.resolve(Cluster.PASSWORD);
      var running = PostmasterFile.in(data).filter(file -> file.server().isPresent());
      return running.isEmpty() || !Files.exists(password)
          ? Optional.empty()
          : Optional.of(new Beside(running.get().port(), Files.readString(password).strip()));
    } catch (IOException e) {
      throw PostgresUnavailable.unusable(folder, e);
    }
  }

  /** Another program's server, reached as {@link #user} is. */
  public record Beside(int port, String password) {

    public String url(String database) {
      return EmbeddedPostgres.url(port, database);
    }

    public String user() {
      return Cluster.USER;
    }
  }

  private static Path home(Path folder, Account account) throws IOException {
    if (Files.isDirectory(folder)
        && !Files.exists(folder.resolve(FolderLock.NAME))
        && !Files.exists(folder.resolve(Cluster.DATA).resolve("PG_VERSION"))
        && !isEmpty(folder)) {
      throw PostgresUnavailable.notOurs(folder);
    }
    return OwnerOnly.folder(folder, account);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /**
   * From now on starts the server again, at its port, whenever it dies. Connections are lost all
   * the same, and for some seconds there are no new ones.
   */
  public void keepAlive() {
    watch.begin();
  }

  /** The JDBC address of a database, which need not exist yet; {@code postgres} always does. */
  public String url(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** The superuser. */
  public String user() {
    return Cluster.USER;
  }

  /** The superuser's password. */
  public String password() {
    return password;
  }

  /** The TCP port on 127.0.0.1; the next start may choose another. */
  public int port() {
    return port;
  }

  /** The folder, as an absolute path without symbolic links. */
  public Path folder() {
    return folder;
  }

  /**
   * Stops the server and lets the folder go. Open transactions are rolled back, connections end. A
   * second call does nothing.
   *
   * @throws PostgresUnavailable when the folder has become unreadable; the server may then still
   *     run
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      try {
        watch.end();
        server.stop();
      } finally {
        lock.release();
      }
    } catch (IOException e) {
      throw PostgresUnavailable.unusable(folder, e);
    }
  }
}
