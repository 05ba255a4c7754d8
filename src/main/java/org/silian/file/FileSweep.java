package org.silian.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.silian.journal.Actor;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps store and database in agreement, and asks the scanner again. */
@Component
class FileSweep {

  private static final Logger log = LoggerFactory.getLogger(FileSweep.class);

  /** A content this old whose row has not come will never have one. */
  static final Duration ORPHANED = Duration.ofDays(1);

  /** A content put this lately may be about to get another row. */
  static final Duration ATTACHING = Duration.ofMinutes(15);

  private static final HexFormat HEX = HexFormat.of();

  private final Uploads uploads;
  private final FileRows rows;
  private final ContentStore store;
  private final Scanner scanner;
  private final Districts districts;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  FileSweep(
      Uploads uploads,
      FileRows rows,
      ContentStore store,
      Scanner scanner,
      Districts districts,
      TransactionTemplate transaction,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.uploads = uploads;
    this.rows = rows;
    this.store = store;
    this.scanner = scanner;
    this.districts = districts;
    this.transaction = transaction;
    this.facts = facts;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
  void oftenEverywhere() {
    everywhere(
        () -> {
          uploads.sweep();
          discard();
          scanWaiting();
        });
  }

  @Scheduled(cron = "0 20 2 * * *", zone = "Asia/Shanghai")
  void nightlyEverywhere() {
    everywhere(this::compare);
  }

  private void everywhere(Runnable work) {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(work)));
  }

  /** Deletes the contents of files that were removed. */
  void discard() {
    for (var hash : rows.discarded()) {
      if (deleteUnlessUsed(hash, clock.instant().minus(ATTACHING))) {
        rows.discarded(hash);
      }
    }
  }

  /**
   * Deletes contents that belong to no file, and tells of files whose content is not there: those
   * need a backup.
   */
  void compare() {
    int lost = 0;
    for (int first = 0; first < 256; first++) {
      var digits = HEX.toHexDigits((byte) first);
      // First the rows: a file that is attached meanwhile is then no loss.
      var missing = rows.usedBeginningWith(digits);
      for (var stored : store.beginningWith(digits)) {
        if (!missing.remove(stored.hash())) {
          deleteUnlessUsed(stored.hash(), clock.instant().minus(ORPHANED));
        }
      }
      for (var hash : rows.used(missing.stream().toList())) {
        lost++;
        log.error("The store has lost the content {}", hash);
      }
    }
    if (lost > 0) {
      log.error("{} contents are missing in the file store; restore them from a backup", lost);
    }
  }

  /** Whether nothing more is to be done about it; what was put lately is left for later. */
  private boolean deleteUnlessUsed(String hash, Instant before) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              rows.lock(hash);
              if (!rows.used(java.util.List.of(hash)).isEmpty()) {
                return true;
              }
              var stored = store.find(hash);
              if (stored.isPresent() && stored.get().at().isAfter(before)) {
                return false;
              }
              store.delete(hash);
              return true;
            }));
  }

  /** Asks the scanner about files that were attached while it was away. */
  void scanWaiting() {
    if (!scanner.isConfigured()) {
      return;
    }
    for (var row : rows.unscanned()) {
      var content = store.open(row.hash());
      if (content.isEmpty()) {
        continue;
      }
      ScanState said;
      try (var in = content.get()) {
        said = scanner.scan(in);
      } catch (java.io.IOException e) {
        log.error("A content could not be read: {}", e.toString());
        return;
      }
      if (said == ScanState.WAITING) {
        return; // still away
      }
      transaction.executeWithoutResult(status -> scanned(row, said));
    }
  }

  private void scanned(FileRows.Row row, ScanState said) {
    var file = row.file();
    rows.scanned(file.id(), said);
    if (said == ScanState.INFECTED) {
      rows.discard(row.hash());
      facts.publishEvent(
          new FileInfected(file.subject(), file.id(), file.organisation(), clock.instant()));
    }
  }
}
