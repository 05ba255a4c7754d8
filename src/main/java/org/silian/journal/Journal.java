package org.silian.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears every fact in the transaction that made it and writes all facts of one command before that
 * transaction commits: the entries, and one queue row with their measures. No fact, no change; no
 * change, no fact.
 */
@Component
class Journal {

  private static final int SALT = 16;

  private final JournalWriter writer;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Journal(JournalWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @EventListener
  void on(Fact fact) {
    command().add(fact, Actor.current());
  }

  private Command command() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A fact is told inside the transaction that made it");
    }
    if (TransactionSynchronizationManager.getResource(this) instanceof Command command) {
      return command;
    }
    var command = new Command();
    TransactionSynchronizationManager.bindResource(this, command);
    TransactionSynchronizationManager.registerSynchronization(command);
    return command;
  }

  /** The facts of one transaction, until it commits. */
  private final class Command implements TransactionSynchronization {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final List<Entry> entries = new ArrayList<>();
    private final List<JournalWriter.Words> words = new ArrayList<>();
    private boolean written;

    void add(Fact fact, Actor actor) {
      if (written) {
        throw new IllegalStateException("A fact came after the entries of its command");
      }
      var entryId = UuidCreator.getTimeOrderedEpoch();
      var kept = words(entryId, fact.words());
      if (kept != null) {
        words.add(kept);
      }
      var reversed = fact instanceof Reversal reversal ? standing(reversal) : null;
      entries.add(
          new Entry(
              entryId,
              id,
              FactBody.name(fact.getClass()),
              fact.subject(),
              fact.organisation(),
              fact.occurredAt(),
              clock.instant(),
              actor,
              FactBody.of(fact),
              reversed == null ? countings(fact) : reversed.takenBack(),
              reversed == null ? null : reversed.id(),
              kept == null ? null : kept.hash()));
    }

    private JournalWriter.Standing standing(Reversal reversal) {
      return writer
          .standing(reversal.subject(), FactBody.name(reversal.reverses()))
          .orElseThrow(() -> Refusal.conflict("journal.nothing-to-reverse"));
    }

    private List<Entry.Counting> countings(Fact fact) {
      var day = District.day(fact.occurredAt());
      return fact.measures().stream()
          .map(m -> new Entry.Counting(m.figure(), day, m.amount()))
          .toList();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      written = true;
      writer.write(id, entries, words);
    }

    /** A transaction inside this one tells facts of its own. */
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Journal.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Journal.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Journal.this);
    }
  }

  private JournalWriter.@Nullable Words words(UUID entry, @Nullable String words) {
    if (words == null || words.isBlank()) {
      return null;
    }
    var salt = new byte[SALT];
    random.nextBytes(salt);
    return new JournalWriter.Words(entry, salt, words, hash(salt, words));
  }

  private static byte[] hash(byte[] salt, String words) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(words.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
