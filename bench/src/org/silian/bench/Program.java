package org.silian.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program in a process of its own that says its address when it is ready. */
final class Program implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 300;
  private static final Pattern ADDRESS = Pattern.compile("http://(localhost|127\\.0\\.0\\.1):\\d+");

  private final Process process;
  private final StringBuffer said = new StringBuffer();
  private final CountDownLatch ready = new CountDownLatch(1);

  private Program(List<String> command, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SILIAN_"));
    builder.environment().putAll(environment);
    process = builder.start();
    Thread.ofVirtual().start(this::listen);
    try {
      if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
        process.destroyForcibly();
        throw new IOException("The program did not start:\n" + said);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException(e);
    }
  }

  /** Silian as people start it, on a data folder. */
  static Program silian(Path data, String... options) throws IOException {
    return new Program(
        java(List.of(options), "org.silian.Silian"),
        Map.of(
            "SILIAN_DATA",
            data.toString(),
            "SILIAN_PORT",
            "0",
            "SILIAN_ACCESS_RATE_FACTOR",
            "1000000"));
  }

  /** The limit, with the same options, on the same database. */
  static Program bare(Path data) throws IOException {
    return new Program(
        java(List.of(), BareServer.class.getName()), Map.of("BARE_DATABASE", url(data)));
  }

  /** A jar with its start-up cache, as {@code ./silian run} starts it. */
  static Program packaged(Path jar, Path data, String... options) throws IOException {
    var command = new ArrayList<>(List.of(executable(), "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    return new Program(command, Map.of("SILIAN_DATA", data.toString(), "SILIAN_PORT", "0"));
  }

  private static List<String> java(List<String> options, String main) {
    var command =
        new ArrayList<>(
            List.of(
                executable(),
                "-Xmx2g",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command;
  }

  private static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
        if (ADDRESS.matcher(line).find()) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      said.append(e);
    } finally {
      ready.countDown();
    }
  }

  URI address() {
    var matcher = ADDRESS.matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("It said no address: " + said);
    }
    return URI.create(matcher.group().replace("localhost", "127.0.0.1"));
  }

  /** All that it has printed. */
  String said() {
    return said.toString();
  }

  /** MiB of memory that the process really has. */
  long mebibytes() throws IOException, InterruptedException {
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
    try (var out = ps.inputReader()) {
      return Long.parseLong(out.readLine().strip()) / 1024;
    }
  }

  /** The district's schema, as the superuser. */
  static Connection database(Path data) throws IOException, SQLException {
    var connection = DriverManager.getConnection(url(data));
    connection.setAutoCommit(true);
    return connection;
  }

  private static String url(Path data) throws IOException {
    var postgres = data.resolve("postgres");
    return "jdbc:postgresql://127.0.0.1:%s/silian?currentSchema=d450107&user=postgres&password=%s"
        .formatted(
            Files.readString(postgres.resolve("port")).strip(),
            Files.readString(postgres.resolve("password")).strip());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
