package org.silian.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of one cluster: started, stopped, and cleared away when a dead program left it. */
final class Server {

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  private static final int ATTEMPTS = 3;
  // After a crash the server first works through its journal.
  private static final Duration TO_START = Duration.ofMinutes(5);
  private static final Duration TO_STOP = Duration.ofSeconds(60);
  private static final Duration TO_DIE = Duration.ofSeconds(10);
  private static final Duration TO_NOTICE = Duration.ofSeconds(3);

  private final Path folder;
  private final Path data;
  private final Programs programs;
  private final ServerLog serverLog;

  Server(Path folder, Path data, Programs programs) {
    this.folder = folder;
    this.data = data;
    this.programs = programs;
    this.serverLog = new ServerLog(folder.resolve("postgres.log"));
  }

  /**
   * Starts the server.
   *
   * @return the port at which it listens
   * @throws PostgresUnavailable with the end of the server's log when it does not start
   */
  int start(ServerSettings settings) throws IOException {
    serverLog.rotate();
    for (int attempt = 1; ; attempt++) {
      long before = serverLog.size();
      int port = choosePort();
      settings.write(data, port);
      Programs.Outcome outcome = startAndWait();
      if (outcome.good() && process().isPresent()) {
        OwnerOnly.write(portFile(), Integer.toString(port));
        return port;
      }
      String lines = serverLog.lastLinesSince(before);
      // A start that took too long must not come true behind our back.
      clearTheWay();
      // Somebody may take the port between our look at it and the server's start, and a start which
      // a killed program had just begun may have come first.
      boolean worthAnother = lines.contains("could not bind") || lines.contains("already exists");
      if (!worthAnother || attempt == ATTEMPTS) {
        throw PostgresUnavailable.notStarted(
            folder, serverLog.file(), lines.isBlank() ? outcome.output() : lines);
      }
    }
  }

  /**
   * Starts the server again after it died.
   *
   * @param port where it listened, and where it is still looked for
   * @throws PostgresUnavailable when it does not start, or when somebody has taken the port
   */
  void startAgain(ServerSettings settings, int port) throws IOException {
    clearTheWay();
    serverLog.rotate();
    long before = serverLog.size();
    settings.write(data, port);
    Programs.Outcome outcome = startAndWait();
    if (!outcome.good() || process().isEmpty()) {
      String lines = serverLog.lastLinesSince(before);
      clearTheWay();
      throw PostgresUnavailable.notStarted(
          folder, serverLog.file(), lines.isBlank() ? outcome.output() : lines);
    }
  }

  boolean runs() throws IOException {
    return process().isPresent();
  }

  /** Stops the server if it runs; open transactions are rolled back. */
  void stop() throws IOException {
    if (process().isEmpty()) {
      return;
    }
    for (String mode : List.of("fast", "immediate")) {
      programs.run(
          TO_STOP.plus(TO_DIE),
          "pg_ctl",
          "stop",
          "-D",
          data.toString(),
          "-m",
          mode,
          "-w",
          "-t",
          Long.toString(TO_STOP.toSeconds()));
      // The command itself may have been hit by an impatient Ctrl-C.
      if (Patience.until(mode.equals("fast") ? TO_STOP : TO_DIE, this::isGone)) {
        return;
      }
    }
    process().ifPresent(ProcessHandle::destroyForcibly);
    Patience.until(TO_DIE, this::isGone);
  }

  /**
   * Ends whatever an earlier program left running in the cluster. Nobody but this program, which
   * holds the lock, has a right to it.
   *
   * @throws PostgresUnavailable when something does not end
   */
  void clearTheWay() throws IOException {
    Optional<ProcessHandle> left = process();
    if (left.isPresent()) {
      log.warn("Stopping the PostgreSQL (process {}) left in {}", left.get().pid(), folder);
      stop();
    }
    endOrphans();
    Path file = data.resolve(PostmasterFile.NAME);
    Optional<PostmasterFile> stale = PostmasterFile.in(data);
    boolean torn = stale.isEmpty() && Files.exists(file);
    // PostgreSQL recovers from a stale file, but not from a torn one, nor when another process of
    // this account has got the number meanwhile.
    if (torn || stale.filter(PostmasterFile::isStrangers).isPresent()) {
      Files.delete(file);
    }
  }

  /** A killed server's processes notice and end by themselves, unless they are busy. */
  private void endOrphans() {
    if (untilAlone(TO_NOTICE)) {
      return;
    }
    for (Consumer<ProcessHandle> end :
        List.<Consumer<ProcessHandle>>of(ProcessHandle::destroy, ProcessHandle::destroyForcibly)) {
      Processes.serving(data).forEach(end);
      if (untilAlone(TO_DIE)) {
        return;
      }
    }
    throw PostgresUnavailable.leftBehind(
        folder,
        Processes.serving(data).stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(", ")));
  }

  private boolean untilAlone(Duration time) {
    return Patience.until(time, () -> Processes.serving(data).isEmpty());
  }

  private Programs.Outcome startAndWait() throws IOException {
    // pg_ctl puts the server into a session of its own, so that a Ctrl-C in the terminal reaches
    // only the program, which can then finish with the database before it stops it.
    return programs.run(
        TO_START.plus(TO_DIE),
        "pg_ctl",
        "start",
        "-D",
        data.toString(),
        "-l",
        serverLog.file().toString(),
        "-s",
        "-w",
        "-t",
        Long.toString(TO_START.toSeconds()));
  }

  private Optional<ProcessHandle> process() throws IOException {
    return PostmasterFile.in(data).flatMap(PostmasterFile::server);
  }

  private boolean isGone() {
    try {
      return process().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private int choosePort() throws IOException {
    Path file = portFile();
    if (Files.exists(file)) {
      String stored = Files.readString(file).strip();
      if (stored.matches("[1-9][0-9]{0,4}") && isFree(Integer.parseInt(stored))) {
        return Integer.parseInt(stored);
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, loopback())) {
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  private Path portFile() {
    return folder.resolve("port");
  }
}
