package org.silian.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One program at a time works in a folder. The operating system holds the lock and lets it go when
 * the program dies, however it dies; the file says who holds it.
 */
final class FolderLock {

  static final String NAME = "silian.lock";

  private static final int LONGEST_COMMAND = 200;

  // Closing any channel on a file gives up all locks this process has on it (fcntl). So a folder
  // that this program itself holds must be refused before the file is opened a second time.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @param folder without symbolic links
   * @throws PostgresUnavailable when another program, or this one, holds the folder
   */
  static FolderLock take(Path folder) throws IOException {
    if (!HELD_HERE.add(folder)) {
      throw PostgresUnavailable.inUse(folder, "this program itself, " + describe(own()));
    }
    boolean taken = false;
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(NAME),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              OwnerOnly.NEW_FILE);
      if (channel.tryLock() == null) {
        throw PostgresUnavailable.inUse(folder, holder(channel));
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(Long.toString(own().pid())), 0);
      channel.force(true);
      taken = true;
      return new FolderLock(folder, channel);
    } finally {
      if (!taken) {
        HELD_HERE.remove(folder);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Lets the folder go. Once is enough. */
  void release() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(folder);
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    if (!text.matches("[0-9]{1,18}")) {
      return "another program";
    }
    return ProcessHandle.of(Long.parseLong(text))
        .map(FolderLock::describe)
        .orElse("process " + text + ", perhaps in another container");
  }

  private static String describe(ProcessHandle process) {
    String command =
        process.info().commandLine().or(process.info()::command).orElse("unknown command");
    String shown =
        command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command;
    return "process %d (%s)".formatted(process.pid(), shown);
  }

  private static ProcessHandle own() {
    return ProcessHandle.current();
  }
}
