package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}. After a crash the file stays, and
 * its process number may since belong to somebody else.
 *
 * @param data the folder of the cluster that the file lies in
 */
record PostmasterFile(Path data, long pid, Instant started, int port) {

  static final String NAME = "postmaster.pid";

  // The server notes its start a little after the process began.
  private static final Duration SAME_START = Duration.ofSeconds(10);

  /** Empty when there is no such file or it is not whole, as after a power cut. */
  static Optional<PostmasterFile> in(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(NAME));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  data,
                  Long.parseLong(lines.get(0).strip()),
                  Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                  Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The process, if it is this cluster's server and not a stranger who got its number. */
  Optional<ProcessHandle> server() {
    return ProcessHandle.of(pid).filter(this::isOurs);
  }

  /** Whether the number now belongs to a process that is not this cluster's server. */
  boolean isStrangers() {
    return ProcessHandle.of(pid).isPresent() && server().isEmpty();
  }

  private boolean isOurs(ProcessHandle process) {
    if (Processes.TELL_THEIR_FOLDER) {
      return Processes.serves(process, data);
    }
    if (!Processes.runs(process, "postgres")) {
      return false;
    }
    // The clock may have been set since, so the start counts only where the command is hidden.
    return process.info().arguments().isPresent()
        ? Processes.hasArgument(process, data)
        : process.info().startInstant().filter(this::isAboutStart).isPresent();
  }

  private boolean isAboutStart(Instant instant) {
    return Duration.between(instant, started).abs().compareTo(SAME_START) < 0;
  }
}
