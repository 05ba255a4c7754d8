package org.silian.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silian.tenancy.District;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The latest seal of each district beside the database, in {@code seals} in the data folder. A seal
 * there that the chain does not lead to is evidence: it is set aside, never written over.
 */
@Component
class SealFolder {

  private static final Logger log = LoggerFactory.getLogger(SealFolder.class);
  private static final String ENDING = ".seal";

  private final Path folder;
  private final Sealer sealer;
  private final SealAlarms alarms;

  SealFolder(SealProperties properties, Sealer sealer, SealAlarms alarms) {
    this.folder = in(properties.data());
    this.sealer = sealer;
    this.alarms = alarms;
  }

  private static Path in(Path data) {
    return data.resolve("seals");
  }

  /** Writes the current district's last seal where the file has another. */
  synchronized void keep() {
    sealer.latest().ifPresent(this::keep);
  }

  private void keep(Seal latest) {
    var file = folder.resolve(latest.district() + ENDING);
    try {
      var kept = read(file);
      if (kept.isPresent()) {
        if (kept.get().hash().equals(latest.known().hash())) {
          return;
        }
        if (!leadsTo(kept.get())) {
          setAside(file, kept.get());
        }
      }
      write(file, latest.file(sealer.publicKey()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean leadsTo(Seal.Known kept) {
    return sealer
        .at(kept.number())
        .filter(seal -> seal.known().hash().equals(kept.hash()))
        .isPresent();
  }

  private void setAside(Path file, Seal.Known kept) throws IOException {
    var aside =
        folder.resolve(
            "%s-%d-%s%s"
                .formatted(kept.district(), kept.number(), kept.hash().substring(0, 8), ENDING));
    log.error(
        "The chain of district {} does not lead to seal {}, which the data folder keeps; run"
            + " ./silian verify. The seal is kept as {}",
        District.current().code(),
        kept.number(),
        aside);
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    alarms.forked(kept.number());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Seal.Known> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Seal.Known.parse(Files.readString(file)));
    } catch (IllegalArgumentException e) {
      log.error("{} is not a seal; it is written anew", file);
      return Optional.empty();
    }
  }

  /** All seals that a data folder keeps of a district, those set aside included. */
  static List<Seal.Known> all(Path data, String district) throws IOException {
    var found = new ArrayList<Seal.Known>();
    if (Files.isDirectory(in(data))) {
      try (var files = Files.newDirectoryStream(in(data), district + "*" + ENDING)) {
        for (var file : files) {
          read(file).ifPresent(found::add);
        }
      }
    }
    return found;
  }
}
