package org.silian.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code initdb}, {@code pg_ctl} and {@code postgres} and tells how they ended. */
final class Programs {

  private static final Duration A_MOMENT = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");

  private final Binaries binaries;
  private final List<String> prefix;
  private final Path folder;
  private final Path output;

  /**
   * @param folder where they run and leave {@code last-command.log}
   * @throws PostgresUnavailable when they cannot run under this account
   */
  Programs(Binaries binaries, Account account, Path folder) {
    this.binaries = binaries;
    this.prefix = account.prefix();
    this.folder = folder;
    this.output = folder.resolve("last-command.log");
  }

  /**
   * @param status zero is good
   * @param output what the program wrote, errors included
   */
  record Outcome(int status, String output) {

    boolean good() {
      return status == 0;
    }
  }

  /** The first part of PostgreSQL's version, such as 18. */
  int major() throws IOException {
    Outcome outcome;
    try {
      outcome = run(A_MOMENT, "postgres", "--version");
    } catch (IOException e) {
      throw PostgresUnavailable.noBinaries(String.valueOf(e.getMessage()));
    }
    Matcher matcher = VERSION.matcher(outcome.output());
    if (!outcome.good() || !matcher.find()) {
      throw PostgresUnavailable.noBinaries(outcome.output().strip());
    }
    return Integer.parseInt(matcher.group(1));
  }

  Outcome run(Duration patience, String program, String... arguments) throws IOException {
    return runWith("", patience, program, List.of(arguments));
  }

  /** Runs it to its end; one that takes longer than the patience is killed. */
  private Outcome runWith(String input, Duration patience, String program, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    Files.deleteIfExists(output);
    Files.createFile(output, OwnerOnly.NEW_FILE);
    // A file, since a pipe would stay open as long as a server that inherited it.
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    tidy(builder.environment());
    Process process = builder.start();
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended before it read everything; its status and its output tell why.
    }
    if (!Patience.untilEnd(process, patience)) {
      process.destroyForcibly();
      Patience.untilEnd(process, A_MOMENT);
    }
    return new Outcome(
        process.isAlive() ? -1 : process.exitValue(),
        Files.readString(output, StandardCharsets.ISO_8859_1));
  }

  /** Runs statements as superuser in a server that nobody can reach, started for this alone. */
  Outcome runAlone(Duration patience, Path data, String statements) throws IOException {
    return runWith(
        statements, patience, "postgres", List.of("--single", "-D", data.toString(), "postgres"));
  }

  private static void tidy(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    // English messages, and macOS has no server without a valid locale.
    environment.put("LC_ALL", "C");
  }
}
