package org.silian.exchange;

import java.sql.Array;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which rows of a kind have been imported, for kinds whose records have no key of their
 * own: what makes a row the same row is kept as a keyed hash, which nobody can read back.
 */
@Component
public class ImportedRows {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FieldCipher cipher;
  private final Clock clock;

  ImportedRows(JdbcClient jdbc, JdbcTemplate template, FieldCipher cipher, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Those of the keys that have been imported. */
  public Set<String> known(String kind, Collection<String> keys) {
    var byHash = new HashMap<String, String>();
    keys.forEach(key -> byHash.put(hex(hash(kind, key)), key));
    var known = new HashSet<String>();
    template.query(
        "select key from exchange_row where kind = ? and key = any(?)",
        statement -> {
          statement.setString(1, kind);
          Array hashes =
              statement
                  .getConnection()
                  .createArrayOf(
                      "bytea", keys.stream().map(key -> hash(kind, key)).toArray(byte[][]::new));
          statement.setArray(2, hashes);
        },
        row -> {
          var key = byHash.get(hex(row.getBytes(1)));
          if (key != null) {
            known.add(key);
          }
        });
    return known;
  }

  /**
   * Remembers what was made of each key.
   *
   * @param made the record by its key
   */
  public void remember(String kind, Map<String, UUID> made) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    template.batchUpdate(
        "insert into exchange_row (kind, key, subject_id, imported_at) values (?, ?, ?, ?)",
        List.copyOf(made.entrySet()),
        500,
        (statement, each) -> {
          statement.setString(1, kind);
          statement.setBytes(2, hash(kind, each.getKey()));
          statement.setObject(3, each.getValue());
          statement.setObject(4, now);
        });
  }

  /** One import of the district makes rows at a time; until the transaction ends. */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange ' || current_schema))")
        .query(row -> {});
  }

  private byte[] hash(String kind, String key) {
    return cipher.blindIndex("exchange." + kind, key);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
