package org.silian.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Finding.Kind;
import org.silian.vault.FieldCipher;
import org.silian.vault.InstallationSecret;

/**
 * Reads a district's whole journal and tells whatever is not as it was sealed. It changes nothing,
 * needs no more memory than one seal takes, and sees one moment: whatever is written meanwhile does
 * not trouble it.
 */
public final class Verification {

  private static final int SEALS_AT_ONCE = 20;
  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;
  private final String district;
  private final Consumer<Finding> tell;
  private final LongConsumer progress;
  private final byte @Nullable [] publicKey;
  private final @Nullable FieldCipher cipher;
  private final List<Seal.Known> known = new ArrayList<>();

  private long entries;
  private long present;
  private long seals;
  private @Nullable Seal last;
  private long agreed;

  /**
   * @param connection in a transaction that sees one moment, with the district's search path
   * @param secret of the installation; without it codes and signatures are not looked at
   * @param tell is told each finding as it is found
   * @param progress is told now and then how many entries have been read
   */
  public Verification(
      Connection connection,
      String district,
      Optional<InstallationSecret> secret,
      Consumer<Finding> tell,
      LongConsumer progress) {
    this.connection = connection;
    this.district = district;
    this.tell = tell;
    this.progress = progress;
    this.publicKey = secret.map(s -> s.signingKey(Entry.PURPOSE).publicKey()).orElse(null);
    this.cipher = secret.map(FieldCipher::new).orElse(null);
  }

  /** Compares with the seals that a data folder keeps. */
  public Verification against(Path data) throws IOException {
    return against(SealFolder.all(data, district));
  }

  /** Compares with seals from outside; those of other districts are left out. */
  public Verification against(Collection<Seal.Known> seals) {
    seals.stream().filter(seal -> seal.district().equals(district)).forEach(known::add);
    return this;
  }

  /**
   * What was read.
   *
   * @param waiting entries younger than the last seal
   * @param last the last seal, in one line
   */
  public record Read(long seals, long entries, long waiting, @Nullable String last) {}

  /** Reads all of it. */
  public Read run() throws SQLException {
    seals();
    compareTheEnd();
    long waiting = count("select count(*) from journal_entry e where " + WAITING);
    if (count("select count(*) from journal_entry") != present + waiting) {
      inserted();
    }
    words();
    return new Read(seals, entries, waiting, last == null ? null : last.known().line());
  }

  private void seals() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(SEALS_AT_ONCE);
      try (var rows = statement.executeQuery("select * from journal_seal order by number")) {
        while (rows.next()) {
          var seal = Seal.of(district, rows);
          link(seal);
          compare(seal);
          content(seal, (UUID[]) rows.getArray("entries").getArray(), rows.getBytes("hashes"));
          seals++;
          last = seal;
        }
      }
    }
  }

  private void link(Seal seal) {
    long before = last == null ? 0 : last.number();
    if (seal.number() > before + 1) {
      tell.accept(
          Finding.seals(Kind.SEALS_MISSING, before + 1, seal.number() - 1, seal.sealedAt()));
    } else if (!Arrays.equals(seal.previous(), last == null ? Seal.NONE : last.hash())) {
      tell.accept(Finding.seal(Kind.CHAIN_BROKEN, seal));
    }
    if (publicKey != null && !seal.isSignedBy(publicKey)) {
      tell.accept(Finding.seal(Kind.SEAL_NOT_SIGNED, seal));
    }
  }

  private void compare(Seal seal) {
    for (var other : known) {
      if (other.number() == seal.number()) {
        if (other.hash().equals(seal.known().hash())) {
          agreed = Math.max(agreed, seal.number());
        } else {
          tell.accept(
              Finding.seals(Kind.CHAIN_REWRITTEN, agreed + 1, seal.number(), other.sealedAt()));
        }
      }
    }
  }

  private void compareTheEnd() {
    long end = last == null ? 0 : last.number();
    known.stream()
        .filter(seal -> seal.number() > end)
        .max(Comparator.comparingLong(Seal.Known::number))
        .ifPresent(
            seal ->
                tell.accept(
                    Finding.seals(
                        Kind.LAST_SEALS_MISSING, end + 1, seal.number(), seal.sealedAt())));
  }

  private void content(Seal seal, UUID[] ids, byte[] hashes) throws SQLException {
    if (ids.length != seal.amount()
        || hashes.length != ids.length * Merkle.SIZE
        || !Arrays.equals(Merkle.root(hashes), seal.root())) {
      tell.accept(Finding.seal(Kind.SEAL_CHANGED, seal));
    }
    var found = stored(ids);
    for (int i = 0; i < ids.length; i++) {
      var entry = found.get(ids[i]);
      if (entry == null) {
        tell.accept(Finding.entry(Kind.ENTRY_DELETED, seal, ids[i]));
      } else if (hashes.length >= (i + 1) * Merkle.SIZE
          && !Arrays.equals(
              entry.leaf(), Arrays.copyOfRange(hashes, i * Merkle.SIZE, (i + 1) * Merkle.SIZE))) {
        tell.accept(Finding.entry(Kind.ENTRY_CHANGED, seal, ids[i]));
      } else if (cipher != null && !entry.isAuthentic(cipher)) {
        tell.accept(Finding.entry(Kind.ENTRY_NOT_AUTHENTIC, seal, ids[i]));
      }
    }
    present += found.size();
    entries += ids.length;
    progress.accept(entries);
  }

  private Map<UUID, Entry.Stored> stored(UUID[] ids) throws SQLException {
    var found = new HashMap<UUID, Entry.Stored>();
    try (var statement =
        connection.prepareStatement("select * from journal_entry where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var entry = Entry.Stored.of(rows);
          found.put(entry.id(), entry);
        }
      }
    }
    return found;
  }

  private static final String WAITING =
      "exists (select from (select unnest(sealing) as id from journal_queue) q where q.id = e.id)";

  private static final String NEVER_SEALED =
      """
      select e.id, e.recorded_at from journal_entry e
      where not exists (
          select from (select unnest(entries) as id from journal_seal) s where s.id = e.id)
        and not\s"""
          + WAITING
          + " order by e.id";

  private void inserted() throws SQLException {
    each(
        NEVER_SEALED,
        row ->
            Finding.entry(
                Kind.ENTRY_INSERTED,
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant()));
  }

  /** Words that were erased are not there; words that are there must be those of the entry. */
  private void words() throws SQLException {
    each(
        """
        select e.id, e.recorded_at from journal_words w join journal_entry e on e.id = w.entry_id
        where e.words_hash is distinct from sha256(w.salt || convert_to(w.words, 'UTF8'))
        order by e.id""",
        row ->
            Finding.entry(
                Kind.WORDS_CHANGED,
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant()));
  }

  /**
   * Compares the measures with what the sealed entries say; for a large journal it takes a while.
   */
  public void measures() throws SQLException {
    each(
        """
        with told as (
          select e.id, split_part(m, '@', 1) as figure, e.organisation_id,
            split_part(split_part(m, '@', 2), '=', 1)::date as day,
            sum(split_part(m, '=', 2)::bigint) as amount
          from journal_entry e, string_to_table(e.measures, ' ') m
          where m ~ '^[^@= ]+@\\d{4}-\\d{2}-\\d{2}=-?\\d+$'
            and not exists (
              select from (select unnest(entries) as id from journal_queue) q where q.id = e.id)
          group by 1, 2, 3, 4),
        kept as (
          select entry_id, figure, organisation_id, day, amount from journal_measure)
        select distinct figure from (
          (table told except table kept) union all (table kept except table told)) as differing
        order by figure""",
        row -> Finding.figure(Kind.MEASURES_DIFFER, row.getString(1)));
  }

  private interface Reading {
    Finding of(ResultSet row) throws SQLException;
  }

  private void each(String sql, Reading reading) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          tell.accept(reading.of(rows));
        }
      }
    }
  }

  private long count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
