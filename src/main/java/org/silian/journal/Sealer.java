package org.silian.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.silian.vault.InstallationSecret;
import org.silian.vault.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a seal on entries: a root over all of them, chained to the seal before, signed. An entry
 * without its authentication code was not written by this program and gets none.
 */
@Component
class Sealer {

  private static final Logger log = LoggerFactory.getLogger(Sealer.class);

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final SigningKey key;
  private final SealAlarms alarms;
  private final Clock clock;

  Sealer(
      JdbcClient jdbc,
      FieldCipher cipher,
      InstallationSecret secret,
      SealAlarms alarms,
      Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.key = secret.signingKey(Entry.PURPOSE);
    this.alarms = alarms;
    this.clock = clock;
  }

  byte[] publicKey() {
    return key.publicKey();
  }

  /**
   * Seals those of the entries that are authentic, and says which. Called by one at a time in a
   * district.
   */
  UUID[] seal(Collection<UUID> entries) {
    var stored =
        jdbc.sql("select * from journal_entry where id = any(?) order by id")
            .param(entries.toArray(UUID[]::new))
            .query((row, n) -> Entry.Stored.of(row))
            .list();
    var authentic = stored.stream().filter(entry -> entry.isAuthentic(cipher)).toList();
    if (authentic.size() < entries.size()) {
      refuse(entries, authentic);
    }
    var ids = authentic.stream().map(Entry.Stored::id).toArray(UUID[]::new);
    if (ids.length > 0) {
      write(ids, authentic);
    }
    return ids;
  }

  private void write(UUID[] ids, List<Entry.Stored> entries) {
    var hashes = new byte[ids.length * Merkle.SIZE];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(entries.get(i).leaf(), 0, hashes, i * Merkle.SIZE, Merkle.SIZE);
    }
    var last = latest();
    var seal =
        Seal.signed(
            District.current().code(),
            last.map(Seal::number).orElse(0L) + 1,
            last.map(Seal::hash).orElse(Seal.NONE),
            Merkle.root(hashes),
            ids.length,
            now(),
            key);
    jdbc.sql(
            """
            insert into journal_seal (number, previous, root, entries, hashes, amount, sealed_at,
                signature)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(seal.number(), seal.previous(), seal.root(), ids, hashes, seal.amount())
        .param(seal.sealedAt().atOffset(ZoneOffset.UTC))
        .param(seal.signature())
        .update();
  }

  private void refuse(Collection<UUID> entries, List<Entry.Stored> authentic) {
    var refused = new TreeSet<>(entries);
    authentic.forEach(entry -> refused.remove(entry.id()));
    log.error(
        "{} entries of district {} are not sealed, for they are missing or not authentic: {}",
        refused.size(),
        District.current().code(),
        refused.stream().limit(10).toList());
    alarms.refused(latest().map(Seal::number).orElse(0L));
  }

  /** The last seal of the chain. */
  Optional<Seal> latest() {
    return jdbc.sql("select " + Seal.COLUMNS + " from journal_seal order by number desc limit 1")
        .query((row, n) -> Seal.of(District.current().code(), row))
        .optional();
  }

  Optional<Seal> at(long number) {
    return jdbc.sql("select " + Seal.COLUMNS + " from journal_seal where number = ?")
        .param(number)
        .query((row, n) -> Seal.of(District.current().code(), row))
        .optional();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
