package org.silian.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server says. When it is long, the next start begins a new file and keeps one old. */
record ServerLog(Path file) {

  static final long LONG = 1 << 20;

  private static final int LAST_LINES = 15;
  private static final int LAST_BYTES = 8192;

  void rotate() throws IOException {
    if (size() > LONG) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      Files.createFile(file, OwnerOnly.NEW_FILE);
    }
  }

  /** Its length in bytes. */
  long size() throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** The last lines of those written since the log had the size, in bytes. */
  String lastLinesSince(long size) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      long from = Math.max(size, channel.size() - LAST_BYTES);
      channel.position(from);
      var bytes = ByteBuffer.allocate(LAST_BYTES);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      List<String> lines = StandardCharsets.UTF_8.decode(bytes.flip()).toString().lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
  }
}
