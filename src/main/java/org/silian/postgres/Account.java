package org.silian.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that runs the program. PostgreSQL refuses root, and also an account without a name,
 * as containers give. For these its programs run in a user namespace without a mapping, where they
 * see themselves as nobody, have no privilege, and still own the account's files.
 *
 * @param name what the system calls it, or {@link #UNNAMED}
 * @param unshare the command that opens such a namespace
 */
record Account(long number, String name, List<String> unshare) {

  /** Java's word for an account that the system does not know by name. */
  static final String UNNAMED = "?";

  private static final Duration A_MOMENT = Duration.ofSeconds(10);

  static Account current() {
    return new Account(
        new UnixSystem().getUid(),
        System.getProperty("user.name", UNNAMED),
        List.of("unshare", "-U"));
  }

  /**
   * What has to stand before a command of PostgreSQL.
   *
   * @throws PostgresUnavailable when PostgreSQL would refuse this account and there is no way round
   */
  List<String> prefix() {
    boolean isRoot = number == 0;
    if (!isRoot && !name.equals(UNNAMED)) {
      return List.of();
    }
    if (mayUnshare()) {
      return unshare;
    }
    throw isRoot ? PostgresUnavailable.asRoot() : PostgresUnavailable.asUnnamed(number);
  }

  private boolean mayUnshare() {
    var command = new ArrayList<>(unshare);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return Patience.untilEnd(process, A_MOMENT) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  void mustOwn(Path path) throws IOException {
    if (!Files.getAttribute(path, "unix:uid").equals((int) number)) {
      throw PostgresUnavailable.otherOwner(
          path,
          Files.getOwner(path).getName(),
          name.equals(UNNAMED) ? Long.toString(number) : name);
    }
  }
}
