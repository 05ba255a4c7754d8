package org.silian.file;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.file.FileProperties.ScannerAway;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of records, for the modules that own the records. A module asks here from its own
 * controllers, after it has decided that the actor may; reading is everybody's who may open the
 * record (and whom the module's {@link FileDoor}, where it has one, lets through).
 *
 * <p>A file is attached in two steps, first its content and then its row, so that after a crash
 * there may be a content without a row, which the sweep takes away, and never a row without its
 * content.
 */
@Component
public class Files {

  private final Uploads uploads;
  private final IncomingFolder incoming;
  private final Inspection inspection;
  private final Scanner scanner;
  private final ContentStore store;
  private final FileRows rows;
  private final FileProperties properties;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Files(
      Uploads uploads,
      IncomingFolder incoming,
      Inspection inspection,
      Scanner scanner,
      ContentStore store,
      FileRows rows,
      FileProperties properties,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.uploads = uploads;
    this.incoming = incoming;
    this.inspection = inspection;
    this.scanner = scanner;
    this.store = store;
    this.rows = rows;
    this.properties = properties;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * A file of a record.
   *
   * @param attachedBy the person; absent where Silian made it
   */
  public record Attachment(
      UUID id,
      Subject subject,
      UUID organisation,
      String name,
      FileType type,
      long size,
      @Nullable UUID attachedBy,
      java.time.Instant attachedAt,
      ScanState scan) {}

  /**
   * First step: looks an upload of the current actor through and puts its content into the store.
   * It takes a while, so it is called outside any transaction. Sent again, it answers the same.
   *
   * @param upload its id, which becomes the file's
   * @throws Refusal of its own code for each thing that may not be kept
   */
  public ReceivedFile receive(UUID upload) {
    var person = Actor.current().personOrRefuse();
    var earlier = rows.find(upload);
    if (earlier.isPresent() && person.equals(earlier.get().file().attachedBy())) {
      return earlier.get().received();
    }
    var complete = uploads.complete(upload, person);
    var found = inspection.look(complete.content());
    try {
      var content = found.cleaned() == null ? complete.content() : found.cleaned();
      return stored(
          upload, found.type().named(complete.name()), found.type(), content, scan(content));
    } finally {
      if (found.cleaned() != null) {
        delete(found.cleaned());
      }
    }
  }

  /** First step for what Silian itself has made; the content is copied. */
  public ReceivedFile made(String name, FileType type, Path content) {
    return stored(
        UuidCreator.getTimeOrderedEpoch(),
        type.named(FileName.tidy(name)),
        type,
        content,
        ScanState.NONE);
  }

  private ScanState scan(Path content) {
    var said = read(content, scanner::scan);
    if (said == ScanState.INFECTED) {
      throw Refusal.ruleBroken("file.infected");
    }
    if (said == ScanState.WAITING && properties.clamdAway() == ScannerAway.REFUSE) {
      throw Refusal.away("file.scanner-away", java.time.Duration.ofMinutes(5));
    }
    return said;
  }

  private ReceivedFile stored(UUID id, String name, FileType type, Path content, ScanState scan) {
    var hash = read(content, Files::hash);
    store.put(content, hash);
    return new ReceivedFile(id, name, type, size(content), hash, scan);
  }

  /**
   * Second step: attaches a received file to a record. Attaching the same file to the same record
   * again changes nothing.
   *
   * @param organisation where it counts
   * @return the file's id
   * @throws Refusal {@code file.elsewhere}, {@code file.record-full}
   */
  @Transactional
  public UUID attach(ReceivedFile file, Subject subject, UUID organisation) {
    rows.lock(subject.id().toString());
    rows.lock(file.hash());
    var earlier = rows.find(file.id());
    if (earlier.isPresent()) {
      if (!earlier.get().file().subject().equals(subject)) {
        throw Refusal.conflict("file.elsewhere");
      }
      return file.id();
    }
    rows.refuseIfFull(subject, file.size(), properties.limit());
    if (store.find(file.hash()).isEmpty()) {
      throw Refusal.conflict("file.upload-lost");
    }
    var now = clock.instant();
    rows.add(file, subject, organisation, Actor.current().person(), now);
    uploads.forget(file.id());
    facts.publishEvent(new FileAttached(subject, file.id(), file.type(), organisation, now));
    return file.id();
  }

  /** The files of a record, the oldest first. Who may see the record is asked before. */
  public List<Attachment> of(Subject subject) {
    return rows.of(subject);
  }

  /**
   * One file of a record, whoever asks.
   *
   * @throws Refusal {@code not-found}
   */
  public Attachment get(UUID id) {
    return rows.find(id).orElseThrow(() -> Refusal.notFound("not-found")).file();
  }

  /**
   * The content of a file.
   *
   * @throws Refusal {@code not-found}; {@code file.not-scanned} as long as the scanner has not
   *     answered; {@code file.infected}; {@code file.lost} where the store has lost it
   */
  public InputStream open(UUID id) {
    var row = rows.find(id).orElseThrow(() -> Refusal.notFound("not-found"));
    switch (row.file().scan()) {
      case WAITING -> throw Refusal.conflict("file.not-scanned");
      case INFECTED -> throw Refusal.gone("file.infected");
      default -> {}
    }
    return store.open(row.hash()).orElseThrow(() -> Refusal.gone("file.lost"));
  }

  /** Removes a file from its record, for a reason that stands in the record's timeline. */
  @Transactional
  public void remove(Subject subject, UUID id, @Nullable String reason) {
    var row =
        rows.find(id)
            .filter(found -> found.file().subject().equals(subject))
            .orElseThrow(() -> Refusal.notFound("not-found"));
    rows.delete(row);
    facts.publishEvent(
        new FileRemoved(subject, id, row.file().organisation(), clock.instant(), reason));
  }

  /** Erases all files of a record, names and contents, and returns how many there were. */
  @Transactional
  public int erase(Subject subject) {
    var all = rows.of(subject);
    all.forEach(file -> rows.find(file.id()).ifPresent(rows::delete));
    if (!all.isEmpty()) {
      facts.publishEvent(
          new FilesErased(subject, all.size(), all.getFirst().organisation(), clock.instant()));
    }
    return all.size();
  }

  private static String hash(InputStream content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(content, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Path content, java.util.function.Function<InputStream, T> reader) {
    return FolderStore.orAway(
        content,
        () -> {
          try (var in = java.nio.file.Files.newInputStream(content)) {
            return reader.apply(in);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private static long size(Path content) {
    return FolderStore.orAway(content, () -> java.nio.file.Files.size(content));
  }

  private void delete(Path scratch) {
    FolderStore.orAway(incoming.root(), () -> java.nio.file.Files.deleteIfExists(scratch));
  }
}
