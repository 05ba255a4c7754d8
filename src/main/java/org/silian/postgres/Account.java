package org.silian.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that runs the program. PostgreSQL refuses root; for root its programs run in a user
 * namespace without a mapping, where they see themselves as nobody, have lost every privilege, and
 * still own root's files.
 */
record Account(long number, List<String> unshare) {

  private static final Duration A_MOMENT = Duration.ofSeconds(10);

  static Account current() {
    return new Account(new UnixSystem().getUid(), List.of("unshare", "-U"));
  }

  /**
   * What has to stand before a command of PostgreSQL.
   *
   * @throws PostgresUnavailable when PostgreSQL would refuse this account and there is no way round
   */
  List<String> prefix() {
    if (number != 0) {
      return List.of();
    }
    if (!mayUnshare()) {
      throw PostgresUnavailable.asRoot();
    }
    return unshare;
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
          path, Files.getOwner(path).getName(), System.getProperty("user.name", "another"));
    }
  }
}
