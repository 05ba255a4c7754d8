package org.silian.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contents in a folder, which several nodes may share. */
class FolderStore implements ContentStore {

  private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
  private static final String HALF_WRITTEN = "part-";
  private static final int HASH = 64;

  private final Path root;
  private final Clock clock;

  FolderStore(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /** Work on files. */
  interface Work<T> {
    T done() throws IOException;
  }

  static <T> T orAway(Path where, Work<T> work) {
    try {
      return work.done();
    } catch (IOException e) {
      log.error("The folder {} cannot be used: {}", where, e.toString());
      throw Refusal.away("file.store-away", Duration.ofSeconds(30));
    }
  }

  @Override
  public void put(Path content, String hash) {
    orAway(
        root,
        () -> {
          var target = path(hash);
          if (Files.exists(target)) {
            touch(target);
            return target;
          }
          var folder = Files.createDirectories(folder(hash));
          var part = folder.resolve(HALF_WRITTEN + UUID.randomUUID());
          try {
            Files.copy(content, part);
            sync(part);
            touch(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
          } finally {
            Files.deleteIfExists(part);
          }
          return target;
        });
  }

  @Override
  public Optional<InputStream> open(String hash) {
    return orAway(
        root,
        () -> {
          try {
            return Optional.of(Files.newInputStream(path(hash)));
          } catch (NoSuchFileException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Optional<Stored> find(String hash) {
    return orAway(
        root,
        () -> {
          try {
            return Optional.of(new Stored(hash, Files.getLastModifiedTime(path(hash)).toInstant()));
          } catch (NoSuchFileException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String hash) {
    orAway(root, () -> Files.deleteIfExists(path(hash)));
  }

  @Override
  public List<Stored> beginningWith(String digits) {
    return orAway(
        root,
        () -> {
          var folder = district().resolve(digits);
          if (!Files.isDirectory(folder)) {
            return List.of();
          }
          try (var files = Files.list(folder)) {
            var all = files.toList();
            forgetHalfWritten(all);
            return all.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.length() == HASH)
                .flatMap(name -> find(name).stream())
                .toList();
          }
        });
  }

  /** What a killed program left behind; younger than a day it may still be written. */
  private void forgetHalfWritten(List<Path> files) throws IOException {
    var old = FileTime.from(clock.instant().minus(Duration.ofDays(1)));
    for (var file : files) {
      if (file.getFileName().toString().startsWith(HALF_WRITTEN)
          && Files.getLastModifiedTime(file).compareTo(old) < 0) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  private static void sync(Path fileOrFolder) throws IOException {
    try (var channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path path(String hash) {
    return folder(hash).resolve(hash);
  }

  private Path folder(String hash) {
    return district().resolve(hash.substring(0, 2));
  }

  private Path district() {
    return root.resolve(District.current().code());
  }
}
