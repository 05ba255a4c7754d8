package org.silian.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The programs of PostgreSQL, unpacked from the class path once for each archive into an owner-only
 * folder, which all of the account's programs share.
 *
 * @param folder has {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

  /** The system property that names another folder to unpack into. */
  static final String PROPERTY = "silian.postgres.binaries";

  private static final String UNFINISHED = "new-";

  /**
   * @throws PostgresUnavailable when there is no room for them
   */
  static Binaries unpacked(String archive, Account account) {
    Path place = place();
    try {
      return in(OwnerOnly.folder(place, account), archive);
    } catch (IOException e) {
      throw PostgresUnavailable.noRoomForBinaries(place, e);
    }
  }

  /** Unpacks, unless that was done before, into a folder below the place. */
  static synchronized Binaries in(Path place, String archive) throws IOException {
    Path folder = place.resolve("postgres-" + fingerprint(archive));
    var binaries = new Binaries(folder);
    if (!binaries.areThere()) {
      try (FileChannel channel = lockFile(place);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !binaries.areThere()) {
          binaries.unpack(place, archive);
        }
      }
    }
    return binaries;
  }

  /** The path of one of {@code initdb}, {@code pg_ctl} and {@code postgres}. */
  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private boolean areThere() {
    return Files.isExecutable(program("initdb"))
        && Files.isExecutable(program("pg_ctl"))
        && Files.isExecutable(program("postgres"));
  }

  private void unpack(Path place, String archive) throws IOException {
    // Whoever holds the lock is alone: all that is unfinished was left by a killed program.
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(place, UNFINISHED + "*")) {
      for (Path leftover : unfinished) {
        OwnerOnly.remove(leftover);
      }
    }
    Path fresh = OwnerOnly.newFolder(place, UNFINISHED);
    try (InputStream stream = open(archive)) {
      Archive.unpack(stream, fresh);
    }
    OwnerOnly.remove(folder);
    OwnerOnly.move(fresh, folder);
  }

  private static FileChannel lockFile(Path place) throws IOException {
    return FileChannel.open(
        place.resolve("unpacking.lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        OwnerOnly.NEW_FILE);
  }

  private static Path place() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      // Below the named one, which may be there for others too, as /tmp is.
      return Path.of(named, "silian");
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    // The specification tells to ignore a relative path.
    boolean given = cache != null && Path.of(cache).isAbsolute();
    return given
        ? Path.of(cache, "silian")
        : Path.of(System.getProperty("user.home"), ".cache", "silian");
  }

  /**
   * The name of this system's archive on the class path.
   *
   * @throws PostgresUnavailable when there is none for this system
   */
  static String archive() {
    String name = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (loader().getResource(name) == null) {
      throw PostgresUnavailable.noBinaries(name + " is missing");
    }
    return name;
  }

  /** The archive's name on the class path, for a system as Java names it. */
  static String archive(String system, String machine) {
    String os = system.toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            os.startsWith("mac") ? "darwin" : os,
            switch (machine) {
              case "amd64" -> "x86_64";
              case "aarch64" -> "arm_64";
              default -> machine;
            });
  }

  private static InputStream open(String archive) throws IOException {
    InputStream stream = loader().getResourceAsStream(archive);
    if (stream == null) {
      throw new IOException(archive + " is missing");
    }
    return stream;
  }

  private static ClassLoader loader() {
    return Binaries.class.getClassLoader();
  }

  private static String fingerprint(String archive) throws IOException {
    try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      stream.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(stream.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
