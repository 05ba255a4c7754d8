package org.silian.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silian.tenancy.District;

/** Pieces of uploads that have arrived, and room for files in the making. */
record IncomingFolder(Path root) {

  private static final int PIECE = 64 * 1024;

  /** What arrived of a piece, and whether the line held. */
  record Arrived(long bytes, boolean whole) {}

  Path path(UUID upload) {
    return district().resolve(upload.toString());
  }

  void begin(UUID upload) {
    FolderStore.orAway(
        root,
        () -> {
          Files.createDirectories(district());
          return Files.createFile(path(upload));
        });
  }

  /** Whether this node has what has arrived. */
  boolean has(UUID upload, long bytes) {
    return FolderStore.orAway(
        root, () -> Files.exists(path(upload)) && Files.size(path(upload)) >= bytes);
  }

  /** Writes behind what is there, as much as comes and has room; on return it is on the disk. */
  Arrived append(UUID upload, long offset, long room, InputStream piece) {
    return FolderStore.orAway(
        root,
        () -> {
          try (var file = FileChannel.open(path(upload), StandardOpenOption.WRITE)) {
            var arrived = copy(piece, file, offset, room);
            file.force(true);
            return arrived;
          }
        });
  }

  private static Arrived copy(InputStream piece, FileChannel file, long offset, long room)
      throws IOException {
    var buffer = new byte[PIECE];
    long written = 0;
    while (written < room) {
      int read;
      try {
        read = piece.read(buffer, 0, (int) Math.min(PIECE, room - written));
      } catch (IOException cut) {
        return new Arrived(written, false);
      }
      if (read < 0) {
        break;
      }
      var bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        written += file.write(bytes, offset + written);
      }
    }
    return new Arrived(written, true);
  }

  void delete(UUID upload) {
    FolderStore.orAway(root, () -> Files.deleteIfExists(path(upload)));
  }

  /** A new file in which something is made; whoever asks deletes it. */
  Path scratch() {
    return FolderStore.orAway(
        root,
        () -> {
          Files.createDirectories(district());
          return Files.createFile(path(UUID.randomUUID()));
        });
  }

  /** Files that nothing has been written to since. */
  List<Path> untouchedSince(Instant instant) {
    return FolderStore.orAway(
        root,
        () -> {
          if (!Files.isDirectory(district())) {
            return List.of();
          }
          try (var files = Files.list(district())) {
            return files.filter(file -> isUntouchedSince(file, instant)).toList();
          }
        });
  }

  private static boolean isUntouchedSince(Path file, Instant instant) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
    } catch (IOException e) {
      return false; // gone meanwhile
    }
  }

  private Path district() {
    return root.resolve(District.current().code());
  }
}
