package org.silian.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.journal.Finding.Kind;
import org.silian.journal.Stones.Colour;
import org.silian.journal.Stones.StoneLaid;
import org.silian.permission.Role;
import org.silian.postgres.TestPostgres;
import org.silian.tenancy.District;
import org.silian.vault.InstallationSecret;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done to a journal behind the application's back is found, each case by itself, though it
 * is done as one who may do anything in the database.
 */
@ModuleTest
class SealTests {

  private static final Instant LONG_AGO = Instant.parse("2026-11-01T20:00:00Z");

  @Autowired TestClock clock;
  @Autowired Stones stones;
  @Autowired Drain drain;
  @Autowired Sealer sealer;
  @Autowired InstallationSecret secret;
  @Autowired JdbcClient jdbc;
  @Autowired SealProperties properties;

  private District district;
  private Actor worker;
  private UUID community;
  private Connection owner;
  private Verification.Read read;

  /** A journal of three seals, of two entries each. */
  @BeforeEach
  void threeSeals() throws Exception {
    district = District.current();
    owner = TestPostgres.connect("silian");
    owner.setSchema("d" + district.code());
    execute("truncate journal_seal, journal_queue, journal_delivery, journal_entry cascade");
    try (var kept = Files.newDirectoryStream(folder(), district.code() + "*")) {
      for (var file : kept) {
        Files.delete(file);
      }
    }
    community = UUID.randomUUID();
    worker = new Actor(UUID.randomUUID(), null, Role.COMMUNITY_WORKER, community, null);
    for (int i = 1; i <= 3; i++) {
      clock.advance(Duration.ofMinutes(1));
      tell(i, "张三家门口");
      seal();
    }
  }

  @AfterEach
  void close() throws SQLException {
    owner.close();
  }

  @Test
  void whatNobodyTouchedIsWhole() throws Exception {
    assertThat(verify()).isEmpty();
    assertThat(read.seals()).isEqualTo(3);
    assertThat(read.entries()).isEqualTo(6);
    assertThat(column("select cardinality(entries)::text from journal_seal"))
        .containsExactly("2", "2", "2");
  }

  @Test
  void anEntryYoungerThanTheLastSealWaitsAndIsNoFinding() throws Exception {
    tell(9, null);

    assertThat(verify()).isEmpty();
    assertThat(read.waiting()).isEqualTo(2);
  }

  @Test
  void erasedWordsAreNoFinding() throws Exception {
    execute("delete from journal_words");
    assertThat(verify()).isEmpty();
  }

  @Test
  void changedWordsAreFound() throws Exception {
    var entry = entry(2, 1);
    execute("update journal_words set words = '李四家门口' where entry_id = '%s'", entry);
    assertThat(verify())
        .extracting(Finding::kind, Finding::entry)
        .containsExactly(of(Kind.WORDS_CHANGED, entry));
  }

  @Test
  void aChangedEntryIsFoundWhateverWasChanged() throws Exception {
    var entry = entry(2, 1);
    for (var change :
        List.of(
            "body = replace(body, 'RED', 'GREY')",
            "occurred_at = occurred_at - interval '1 day'",
            "measures = replace(measures, '=2', '=3')",
            "measures = 'nonsense'",
            "role = 'NO_SUCH_ROLE'",
            "person_id = null",
            "words_hash = null",
            "mac = '\\x00'")) {
      owner.setAutoCommit(false);
      execute("delete from journal_words where entry_id = '%s'", entry);
      execute("update journal_entry set " + change + " where id = '%s'", entry);
      assertThat(verifyOn(owner, Optional.of(secret)))
          .as(change)
          .extracting(Finding::kind, Finding::seal, Finding::entry)
          .containsExactly(Tuple.tuple(Kind.ENTRY_CHANGED, 2L, entry));
      owner.rollback();
    }
  }

  @Test
  void aDeletedEntryIsFoundAndTheOthersOfItsSealStayProvable() throws Exception {
    for (int seal = 1; seal <= 3; seal++) {
      owner.setAutoCommit(false);
      var entry = entry(seal, 1);
      execute("delete from journal_words where entry_id = '%s'", entry);
      execute("delete from journal_measure where entry_id = '%s'", entry);
      execute("delete from journal_entry where id = '%s'", entry);
      assertThat(verifyOn(owner, Optional.of(secret)))
          .extracting(Finding::kind, Finding::seal, Finding::entry)
          .containsExactly(Tuple.tuple(Kind.ENTRY_DELETED, (long) seal, entry));
      owner.rollback();
    }
  }

  private static final String COPY =
      """
      insert into journal_entry
        select '%s', command, fact, subject_type, subject_id, organisation_id, occurred_at,
          recorded_at, person_id, appointment_id, role, body, measures, reverses, null, mac
        from journal_entry where id = '%s'""";

  @Test
  void anInsertedEntryIsFound() throws Exception {
    var forged = UUID.randomUUID();
    execute(COPY, forged, entry(2, 1));
    assertThat(verify())
        .extracting(Finding::kind, Finding::entry)
        .containsExactly(of(Kind.ENTRY_INSERTED, forged));
  }

  @Test
  void anEntryInsertedIntoTheQueueAsWellIsNeitherSealedNorCountedAndIsFound() throws Exception {
    var forged = UUID.randomUUID();
    execute(COPY, forged, entry(2, 1));
    execute(
        """
        insert into journal_queue (id, sealing, entries, figures, organisations, days, amounts)
        values (gen_random_uuid(), array['%1$s'::uuid], array['%1$s'::uuid], '{T1}',
          array[gen_random_uuid()], array[date '2026-11-02'], '{1000}')""",
        forged);

    seal();

    assertThat(column("select count(*)::text from journal_seal")).containsExactly("3");
    assertThat(column("select 1::text from journal_measure where amount = 1000")).isEmpty();
    assertThat(verify())
        .extracting(Finding::kind, Finding::entry)
        .containsExactly(of(Kind.ENTRY_INSERTED, forged));
  }

  @Test
  void anEntryDeletedBeforeItWasSealedHoldsNothingUp() throws Exception {
    tell(9, null);
    execute("delete from journal_entry where id in (select unnest(sealing) from journal_queue)");

    tell(10, null);
    seal();

    assertThat(column("select count(*)::text from journal_queue")).containsExactly("0");
    assertThat(verify()).isEmpty();
  }

  @Test
  void aForgedCodeIsFoundByWhoeverHasTheSecretAndTheHashByAnybody() throws Exception {
    var entry = entry(2, 1);
    execute("update journal_entry set mac = sha256('\\x01') where id = '%s'", entry);
    assertThat(verifyOn(owner, Optional.empty()))
        .extracting(Finding::kind, Finding::entry)
        .containsExactly(of(Kind.ENTRY_CHANGED, entry));
  }

  @Test
  void aMissingLastSealIsFoundByTheOneInTheDataFolder() throws Exception {
    execute("delete from journal_seal where number = 3");
    assertThat(verify())
        .extracting(Finding::kind, Finding::seal, Finding::until)
        .contains(Tuple.tuple(Kind.LAST_SEALS_MISSING, 3L, 3L));
  }

  @Test
  void anOlderStateOfEverythingIsFoundByTheSealOutside() throws Exception {
    var outside = known(3);
    forgetFromTwo();
    Files.delete(file());

    assertThat(verify()).isEmpty();
    assertThat(verify(outside))
        .extracting(Finding::kind, Finding::seal, Finding::until)
        .containsExactly(Tuple.tuple(Kind.LAST_SEALS_MISSING, 2L, 3L));
  }

  @Test
  void aMissingSealInTheMiddleIsFound() throws Exception {
    execute("delete from journal_seal where number = 2");
    assertThat(verify())
        .extracting(Finding::kind, Finding::seal, Finding::until)
        .contains(Tuple.tuple(Kind.SEALS_MISSING, 2L, 2L));
  }

  @Test
  void aChangedSealIsFound() throws Exception {
    for (var change :
        List.of("amount = 1", "root = sha256('')", "sealed_at = sealed_at - interval '1 day'")) {
      owner.setAutoCommit(false);
      execute("update journal_seal set " + change + " where number = 2");
      assertThat(verifyOn(owner, Optional.of(secret)))
          .as(change)
          .extracting(Finding::kind)
          .contains(Kind.SEAL_NOT_SIGNED, Kind.CHAIN_BROKEN);
      owner.rollback();
    }
    execute("update journal_seal set hashes = hashes || hashes where number = 2");
    assertThat(verify()).extracting(Finding::kind).containsExactly(Kind.SEAL_CHANGED);
  }

  /** With the secret everything can be made to fit, except what is already elsewhere. */
  @Test
  void aChainRewrittenWithTheSecretIsFoundByTheSealOutsideAlone() throws Exception {
    var first = known(1);
    var outside = known(3);
    forgetFromTwo();
    Files.delete(file());
    for (int i = 2; i <= 4; i++) {
      tell(i * 100, "改过的话");
      seal();
    }

    assertThat(verify()).isEmpty();
    assertThat(verify(outside, first))
        .extracting(Finding::kind, Finding::seal, Finding::until)
        .containsExactly(Tuple.tuple(Kind.CHAIN_REWRITTEN, 2L, 3L));
  }

  @Test
  void aSealThatTheChainDoesNotLeadToIsSetAsideAndTheForkStaysFound() throws Exception {
    forgetFromTwo();

    for (int i = 2; i <= 4; i++) {
      tell(i * 100, null);
      seal();
    }

    assertThat(Seal.Known.parse(Files.readString(file())).number()).isEqualTo(4);
    assertThat(verify()).extracting(Finding::kind).containsExactly(Kind.CHAIN_REWRITTEN);
  }

  @Test
  void aCrashBetweenTheSealAndItsFileNeitherLosesNorForksTheChain() throws Exception {
    var before = Files.readString(file());
    tell(9, null);
    seal();
    // As a crash would have left it.
    Files.writeString(file(), before);
    assertThat(verify()).isEmpty();

    tell(10, null);
    seal();

    assertThat(Seal.Known.parse(Files.readString(file())).number()).isEqualTo(5);
    assertThat(verify()).isEmpty();
    try (var files = Files.list(file().getParent())) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith(district.code())))
          .hasSize(1);
    }
  }

  @Test
  void measuresThatNoEntryToldAreFound() throws Exception {
    execute("update journal_measure set amount = amount + 1 where figure = 'T2'");
    assertThat(verify()).isEmpty();
    var found = new ArrayList<Finding>();
    new Verification(owner, district.code(), Optional.empty(), found::add, n -> {}).measures();
    assertThat(found)
        .extracting(Finding::kind, Finding::detail)
        .containsExactly(Tuple.tuple(Kind.MEASURES_DIFFER, "T2"));
  }

  @Test
  void theApplicationItselfCannotChangeASeal() {
    for (var sql :
        List.of(
            "update journal_seal set amount = 1",
            "delete from journal_seal",
            "truncate journal_seal")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .hasRootCauseMessage("ERROR: permission denied for table journal_seal");
    }
  }

  @Test
  void aSealsFileIsReadBackAndAChangedOneIsNoSeal() {
    var seal = sealer.at(2).orElseThrow();
    var text = seal.file(sealer.publicKey());

    assertThat(Seal.Known.parse(text)).isEqualTo(seal.known());
    assertThat(Seal.Known.parse(seal.known().line()).hash()).isEqualTo(seal.known().hash());
    assertThatThrownBy(() -> Seal.Known.parse(text.replace("entries 2", "entries 3")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Seal.Known.parse("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The roots of RFC 6962's own test data. */
  @Test
  void theTreeIsTheOneOfRfc6962() {
    var leaves =
        List.of(
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    var roots =
        List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    var all = new byte[0];
    for (int i = 0; i < leaves.size(); i++) {
      var leaf =
          Merkle.leaf(new String(HexFormat.of().parseHex(leaves.get(i)), StandardCharsets.UTF_8));
      var longer = Arrays.copyOf(all, all.length + leaf.length);
      System.arraycopy(leaf, 0, longer, all.length, leaf.length);
      all = longer;
      assertThat(HexFormat.of().formatHex(Merkle.root(all)))
          .as("%d leaves", i + 1)
          .isEqualTo(roots.get(i));
    }
  }

  // ---- What is done
  // ------------------------------------------------------------------------------

  private void tell(int weight, String words) {
    var at = LONG_AGO;
    worker.run(
        () ->
            stones.tell(
                new StoneLaid(UUID.randomUUID(), community, at, Colour.RED, weight, words),
                new StoneLaid(UUID.randomUUID(), community, at, Colour.GREY, weight, words)));
  }

  private void seal() {
    drain.drain();
  }

  /** As if the journal had ended after its first seal. */
  private void forgetFromTwo() throws SQLException {
    execute(
        "create temporary table gone as select unnest(entries) as id from journal_seal where number > 1");
    execute("delete from journal_words where entry_id in (select id from gone)");
    execute("delete from journal_measure where entry_id in (select id from gone)");
    execute("delete from journal_entry where id in (select id from gone)");
    execute("delete from journal_seal where number > 1");
  }

  private UUID entry(int seal, int place) throws SQLException {
    return UUID.fromString(
        column(
                "select entries[%d]::text from journal_seal where number = %d"
                    .formatted(place, seal))
            .getFirst());
  }

  private Seal.Known known(int seal) {
    return sealer.at(seal).orElseThrow().known();
  }

  private Path file() throws IOException {
    return folder().resolve(district.code() + ".seal");
  }

  private Path folder() throws IOException {
    return Files.createDirectories(properties.data().resolve("seals"));
  }

  private List<Finding> verify(Seal.Known... against) throws Exception {
    return verifyOn(owner, Optional.of(secret), against);
  }

  private List<Finding> verifyOn(
      Connection connection, Optional<InstallationSecret> secret, Seal.Known... against)
      throws Exception {
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    var found = new ArrayList<Finding>();
    read =
        new Verification(connection, district.code(), secret, found::add, n -> {})
            .against(properties.data())
            .against(List.of(against))
            .run();
    if (alone) {
      connection.setAutoCommit(true);
    }
    return found;
  }

  private static Tuple of(Kind kind, UUID entry) {
    return Tuple.tuple(kind, entry);
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(values.length == 0 ? sql : sql.formatted(values));
    }
  }

  private List<String> column(String sql) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
