package org.silian.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The cluster in a folder: made whole or not at all, with a password that only the account can
 * read. Whoever calls holds the folder's lock.
 */
final class Cluster {

  static final String USER = "postgres";
  static final String DATA = "data";
  static final String PASSWORD = "password";
  static final String UNFINISHED = "new-";

  private static final int FIRST_WITH_OWN_LOCALES = 17;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final Path data;
  private final Programs programs;

  Cluster(Path folder, Programs programs) {
    this.folder = folder;
    this.data = folder.resolve(DATA);
    this.programs = programs;
  }

  /** The folder which PostgreSQL calls the data directory. */
  Path data() {
    return data;
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  /**
   * Sees to it that there is a cluster which this program's PostgreSQL can run and a password for
   * it. A lost password is replaced by a new one. No server may be running.
   *
   * @throws PostgresUnavailable when there is one of another version, or none can be made
   */
  void make(ServerSettings settings) throws IOException {
    int major = programs.major();
    if (!Files.exists(data)) {
      create(major, settings);
      return;
    }
    Path version = data.resolve("PG_VERSION");
    if (!Files.exists(version)) {
      throw PostgresUnavailable.notOurs(data);
    }
    String found = Files.readString(version).strip();
    if (!found.equals(Integer.toString(major))) {
      throw PostgresUnavailable.otherVersion(folder, found, Integer.toString(major));
    }
  }

  /** Gives a cluster without its password file, such as a restored copy, a new password. */
  void replaceLostPassword() throws IOException {
    if (Files.exists(passwordFile())) {
      return;
    }
    String password = newPassword();
    Programs.Outcome outcome =
        programs.runAlone(
            PATIENCE, data, "alter role %s password '%s'\n".formatted(USER, password));
    if (!outcome.good() || outcome.output().contains("ERROR")) {
      throw PostgresUnavailable.notCreated(folder, outcome.output());
    }
    OwnerOnly.write(passwordFile(), password);
  }

  /** Removes what a killed program left unfinished. */
  void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (Path leftover : unfinished) {
        // A killed program's initdb may still be at work.
        Processes.creating(leftover).forEach(ProcessHandle::destroyForcibly);
        Processes.serving(leftover).forEach(ProcessHandle::destroyForcibly);
        Patience.until(Duration.ofSeconds(5), () -> Processes.serving(leftover).isEmpty());
        OwnerOnly.remove(leftover);
      }
    }
  }

  /** Removes the cluster and its password. No server may be running. */
  void remove() throws IOException {
    // A folder without the password is whole, one without half of the data is not: that goes first,
    // under another name.
    if (Files.exists(data)) {
      Path old = OwnerOnly.newFolder(folder, UNFINISHED);
      OwnerOnly.move(data, old.resolve(DATA));
      OwnerOnly.remove(old);
    }
    Files.deleteIfExists(passwordFile());
  }

  private void create(int major, ServerSettings settings) throws IOException {
    // First the password, so that there is no cluster without one whenever this is cut short.
    if (!Files.exists(passwordFile())) {
      OwnerOnly.write(passwordFile(), newPassword());
    }
    Path fresh = OwnerOnly.newFolder(folder, UNFINISHED);
    var arguments =
        new ArrayList<>(
            List.of(
                "-D",
                fresh.toString(),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile(),
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions"));
    if (major >= FIRST_WITH_OWN_LOCALES) {
      // Sorts as C does and knows the letters of all languages, alike on every system.
      arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    if (!settings.durable()) {
      arguments.add("--no-sync");
    }
    Programs.Outcome outcome = programs.run(PATIENCE, "initdb", arguments.toArray(String[]::new));
    if (!outcome.good()) {
      OwnerOnly.remove(fresh);
      throw PostgresUnavailable.notCreated(folder, outcome.output());
    }
    Files.writeString(
        fresh.resolve("postgresql.conf"),
        "\n" + ServerSettings.INCLUDE + "\n",
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
    OwnerOnly.move(fresh, data);
  }

  private Path passwordFile() {
    return folder.resolve(PASSWORD);
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
