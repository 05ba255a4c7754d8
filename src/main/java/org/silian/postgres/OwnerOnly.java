package org.silian.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files and folders which only the account that runs the program may read. */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> NEW_FOLDER =
      PosixFilePermissions.asFileAttribute(FOLDER);
  static final FileAttribute<Set<PosixFilePermission>> NEW_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  // pg_ctl puts paths between double quotes into a shell's command.
  private static final Pattern BREAKS_SHELLS = Pattern.compile("[\"$`\\\\\n]");

  private OwnerOnly() {}

  /**
   * The folder, made if it is missing and closed to all others.
   *
   * @return its path without symbolic links
   */
  static Path folder(Path folder, Account account) throws IOException {
    if (BREAKS_SHELLS.matcher(folder.toAbsolutePath().toString()).find()) {
      throw new IOException("PostgreSQL does not work below a path with \" $ ` or \\ in it");
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.exists(folder)) {
      Files.createDirectories(folder, NEW_FOLDER);
    }
    Path real = folder.toRealPath();
    account.mustOwn(real);
    if (!Files.getPosixFilePermissions(real).equals(FOLDER)) {
      Files.setPosixFilePermissions(real, FOLDER);
    }
    return real;
  }

  /** A new folder with a name nobody else has. */
  static Path newFolder(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, NEW_FOLDER);
  }

  /** Writes the file at once and durably: a reader, even after a power cut, sees old or new. */
  static void write(Path file, String text) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Path fresh = Files.createTempFile(folder, "new-", ".tmp", NEW_FILE);
    Files.writeString(fresh, text);
    force(fresh);
    move(fresh, file);
  }

  /** Renames at once and durably; a file at the target is replaced. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    force(Objects.requireNonNull(to.getParent()));
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes a file, or a folder with all that is in it; what is already gone is no error. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
