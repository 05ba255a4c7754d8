package org.silian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silian.postgres.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/** The program as people start it, in a process of its own that a test may kill. */
final class RunningSilian implements AutoCloseable {

  private static final int SECONDS = 120;
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
  private static final Pattern SETUP = Pattern.compile("/console/setup/(\\S+)");

  private final Path data;
  private final Process process;
  private final StringBuffer said = new StringBuffer();
  private final CountDownLatch ready = new CountDownLatch(1);

  private RunningSilian(Path data) throws IOException {
    this.data = data;
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPathWithoutTests(),
                Silian.class.getName())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SILIAN_"));
    builder.environment().put("SILIAN_DATA", data.toString());
    builder.environment().put("SILIAN_PORT", "0");
    builder.environment().put("LOGGING_LEVEL_ORG_SILIAN_PROBLEM", "debug");
    this.process = builder.start();
    Thread.ofVirtual().start(this::listen);
  }

  /** On a folder of that name below {@code target} with nothing in it. */
  static RunningSilian onEmptyFolder(String name) throws Exception {
    var data = Path.of("target", name).toAbsolutePath();
    // A run that was cut short may have left its server running.
    EmbeddedPostgres.remove(data.resolve("postgres"));
    FileSystemUtils.deleteRecursively(data);
    return on(data);
  }

  /** On the folder of one that was killed. */
  static RunningSilian on(Path data) throws Exception {
    var silian = new RunningSilian(data);
    silian.awaitGreeting();
    return silian;
  }

  private static String classPathWithoutTests() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
        if (line.contains("Ctrl-C")) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      said.append(e);
    } finally {
      ready.countDown();
    }
  }

  private void awaitGreeting() throws InterruptedException {
    if (!ready.await(SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
      process.destroyForcibly();
      throw new AssertionError("The program did not start:\n" + said);
    }
  }

  Path data() {
    return data;
  }

  /** All that it has printed. */
  String said() {
    return said.toString();
  }

  URI address() {
    return URI.create(found(ADDRESS, 0));
  }

  /** The token of the link by which the first administrator comes in. */
  String setupToken() {
    return found(SETUP, 1);
  }

  private String found(Pattern pattern, int group) {
    var matcher = pattern.matcher(said);
    assertThat(matcher.find()).as("%s in: %s", pattern, said).isTrue();
    return matcher.group(group);
  }

  /** Looks into the district's schema as nobody can from outside: as the superuser. */
  Connection database() throws IOException, SQLException {
    var postgres = data.resolve("postgres");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/silian?currentSchema=d450107"
            .formatted(Files.readString(postgres.resolve("port")).strip()),
        "postgres",
        Files.readString(postgres.resolve("password")).strip());
  }

  /** The main process of its PostgreSQL. */
  ProcessHandle postmaster() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
  }

  /** {@code kill -9}: no shutdown hook, no goodbye. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("end of the program").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it as Ctrl-C does, and removes its database. */
  @Override
  public void close() throws IOException {
    process.destroy();
    awaitEnd();
    Files.writeString(data.resolve(process.pid() + ".log"), said);
    EmbeddedPostgres.remove(data.resolve("postgres"));
  }
}
