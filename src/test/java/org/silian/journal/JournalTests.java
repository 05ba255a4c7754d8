package org.silian.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Stones.Colour;
import org.silian.journal.Stones.StoneLaid;
import org.silian.journal.Stones.StoneTakenUp;
import org.silian.permission.Role;
import org.silian.postgres.TestPostgres;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journal promises, on a real database. */
@ModuleTest
class JournalTests {

  private static final Instant LONG_AGO = Instant.parse("2026-11-01T20:00:00Z");
  private static final LocalDate ITS_DAY = LocalDate.of(2026, 11, 2);

  @Autowired Stones stones;
  @Autowired TestDistrict town;
  @Autowired Timelines timelines;
  @Autowired Drain drain;
  @Autowired Clock clock;
  @Autowired FieldCipher cipher;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;

  private UUID community;
  private Actor worker;
  private UUID stone;

  @BeforeEach
  void community() {
    community = town.community("秀灵南社区");
    worker = town.appointed(Role.COMMUNITY_WORKER, community);
    stone = UUID.randomUUID();
    drain.drain();
  }

  @AfterEach
  void language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aCommandWritesAnEntryForEachFactAndOneRowInTheQueue() {
    tell(laid(5), new StoneLaid(community, LONG_AGO, 7));

    assertThat(count("journal_queue")).isEqualTo(1);
    assertThat(entries(stone)).hasSize(1);
    var entry = entries(stone).getFirst().entry();
    assertThat(entry.fact()).isEqualTo("stone-laid");
    assertThat(entry.organisation()).isEqualTo(community);
    assertThat(entry.occurredAt()).isEqualTo(LONG_AGO);
    assertThat(entry.recordedAt()).isEqualTo(TestClock.START);
    assertThat(entry.actor().person()).isEqualTo(worker.person());
    assertThat(entry.actor().appointment()).isEqualTo(worker.appointment());
    assertThat(entry.actor().role()).isEqualTo(Role.COMMUNITY_WORKER);
    assertThat(entry.body())
        .isEqualTo("{\"stone\":\"%s\",\"colour\":\"RED\",\"weight\":5}".formatted(stone));
    assertThat(entry.measures()).isEqualTo("T1@2026-11-02=5 T2@2026-11-02=1 T4@2026-11-02=15");
    assertThat(commands(stone)).isEqualTo(1);
  }

  @Test
  void aFactWithoutATransactionIsAMistake() {
    assertThatThrownBy(() -> worker.run(() -> events.publishEvent(laid(1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(entries(stone)).isEmpty();
  }

  @Test
  void aFactWithoutAnActorIsRefused() {
    assertThatThrownBy(() -> stones.tell(laid(1))).isInstanceOf(Refusal.class);
    assertThat(entries(stone)).isEmpty();
  }

  @Test
  void aCommandThatFailsLeavesNothing() {
    assertThatThrownBy(
            () ->
                worker.run(
                    () ->
                        transaction.executeWithoutResult(
                            status -> {
                              events.publishEvent(laid(1));
                              throw new IllegalStateException("on purpose");
                            })))
        .hasMessage("on purpose");

    assertThat(entries(stone)).isEmpty();
    assertThat(count("journal_queue")).isZero();
    tell(laid(2));
    assertThat(entries(stone)).hasSize(1);
  }

  @Test
  void aFactToldAfterTheEntriesWereWrittenFailsTheCommandInsteadOfBeingLost() {
    var late =
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            events.publishEvent(new StoneLaid(community, LONG_AGO, 9));
          }
        };
    assertThatThrownBy(
            () ->
                worker.run(
                    () ->
                        transaction.executeWithoutResult(
                            status -> {
                              events.publishEvent(laid(1));
                              TransactionSynchronizationManager.registerSynchronization(late);
                            })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(entries(stone)).isEmpty();
  }

  record StoneNamed(UUID stone, UUID organisation, Instant occurredAt, @Nullable String name)
      implements Fact {

    @Override
    public Subject subject() {
      return new Subject("stone", stone);
    }
  }

  @Test
  void aTextInAFactIsRefusedEvenWhereItIsAbsent() {
    for (var name : new String[] {"张三", null}) {
      assertThatThrownBy(() -> tell(new StoneNamed(stone, community, LONG_AGO, name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("StoneNamed.name");
    }
    assertThat(entries(stone)).isEmpty();
  }

  @Test
  void everyEntryIsAuthenticAsStored() {
    tell(
        new StoneLaid(
            stone, community, clock.instant().plusNanos(123_456_789), Colour.RED, 3, "轻"));

    assertThat(entries(stone))
        .singleElement()
        .satisfies(row -> assertThat(authentic(row)).isTrue());
  }

  @Test
  void anEntryChangedBehindTheApplicationsBackIsNotAuthentic() throws SQLException {
    for (var change :
        List.of(
            "measures = replace(measures, '=3', '=4')",
            "occurred_at = occurred_at + interval '1 microsecond'",
            "person_id = null",
            "body = replace(body, 'RED', 'GREY')")) {
      stone = UUID.randomUUID();
      tell(laid(3));
      try (var connection = TestPostgres.connect("silian");
          var statement = connection.createStatement()) {
        assertThat(
                statement.executeUpdate(
                    "update d%s.journal_entry set %s where subject_id = '%s'"
                        .formatted(District.current().code(), change, stone)))
            .isEqualTo(1);
      }
      assertThat(authentic(entries(stone).getFirst())).as(change).isFalse();
    }
  }

  @Test
  void wordsCanBeErasedWhileTheEntryStays() throws Exception {
    tell(new StoneLaid(stone, community, LONG_AGO, Colour.RED, 3, "张三家门口"));
    var row = entries(stone).getFirst();
    assertThat(timeline()).singleElement().extracting(t -> t.words()).isEqualTo("张三家门口");
    assertThat(row.entry().body()).doesNotContain("张三");
    assertThat(row.entry().wordsHash()).isEqualTo(hashOfWords(row.entry().id()));

    jdbc.sql("delete from journal_words where entry_id = ?").param(row.entry().id()).update();

    assertThat(timeline()).singleElement().extracting(t -> t.words()).isNull();
    assertThat(authentic(entries(stone).getFirst())).isTrue();
  }

  @Test
  void aReversalTakesTheMeasuresBackOnTheDayOnWhichTheyCounted() {
    tell(laid(5));
    tell(new StoneTakenUp(stone, community, clock.instant(), "放错了"));

    var reversal = entries(stone).getLast().entry();
    assertThat(reversal.measures())
        .isEqualTo("T1@2026-11-02=-5 T2@2026-11-02=-1 T4@2026-11-02=-15");
    assertThat(reversal.reverses()).isEqualTo(entries(stone).getFirst().entry().id());
    assertThat(timeline()).extracting(t -> t.reversed()).containsExactly(false, true);
    drain.drain();
    assertThat(sum("T1", ITS_DAY, stone)).isZero();
  }

  @Test
  void whatIsTakenBackCannotBeTakenBackAgain() {
    tell(laid(5));
    tell(new StoneTakenUp(stone, community, clock.instant(), null));

    assertThatThrownBy(() -> tell(new StoneTakenUp(stone, community, clock.instant(), null)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo("journal.nothing-to-reverse"));
    assertThat(entries(stone)).hasSize(2);
  }

  @Test
  void twoWhoTakeTheSameBackAtOnceDoItOnce() throws Exception {
    tell(laid(5));
    assertThat(
            together(
                8, i -> succeeds(() -> tell(new StoneTakenUp(stone, community, LONG_AGO, null)))))
        .containsOnlyOnce(true);
    assertThat(entries(stone)).hasSize(2);
  }

  @Test
  void aTimelineReadsAsSentencesInTheLanguageAskedFor() {
    tell(laid(5));
    var actor = timeline().getFirst().actor();

    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    assertThat(timeline().getFirst().sentence()).isEqualTo(actor + " 在 秀灵南社区 放下一块红石头，重 5");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(timeline().getFirst().sentence())
        .isEqualTo(actor + " laid a red stone of 5 at 秀灵南社区");
  }

  @Test
  void theLatestComesFirst() {
    tell(laid(5));
    tell(new StoneTakenUp(stone, community, LONG_AGO.plus(Duration.ofDays(1)), null));
    assertThat(timeline())
        .extracting(t -> t.occurredAt())
        .containsExactly(LONG_AGO.plus(Duration.ofDays(1)), LONG_AGO);
  }

  @Test
  void manyDrainsAtOnceCountEverythingOnce() throws Exception {
    var before = sum("T2", null, null);
    together(
        40,
        i -> {
          tell(new StoneLaid(community, LONG_AGO.minus(Duration.ofDays(i % 7)), 1));
          drain.drain();
          return true;
        });
    drain.drain();

    assertThat(count("journal_queue")).isZero();
    assertThat(sum("T2", null, null)).isEqualTo(before + 40);
    assertThat(
            number(
                """
                select coalesce(sum(amount), 0) from figure_day
                where figure = 'T2' and organisation_id = ?""",
                community))
        .isEqualTo(number("select sum(amount) from journal_measure where figure = 'T2'"));
  }

  private StoneLaid laid(int weight) {
    return new StoneLaid(stone, community, LONG_AGO, Colour.RED, weight, null);
  }

  private void tell(Fact... facts) {
    worker.run(() -> stones.tell(facts));
  }

  private List<Timelines.TimelineEntry> timeline() {
    return timelines.of(new Subject("stone", stone));
  }

  private record Stored(Entry entry, byte[] mac) {}

  private boolean authentic(Stored row) {
    return MessageDigest.isEqual(
        cipher.authenticate("journal", row.entry().sealedText()), row.mac());
  }

  private List<Stored> entries(UUID subject) {
    return jdbc.sql("select * from journal_entry where subject_id = ? order by id")
        .param(subject)
        .query(JournalTests::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int n) throws SQLException {
    return new Stored(JournalSeals.entry(row), row.getBytes("mac"));
  }

  private byte[] hashOfWords(UUID entry) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return jdbc.sql(
            "select salt || convert_to(words, 'UTF8') from journal_words where entry_id = ?")
        .param(entry)
        .query((row, n) -> digest.digest(row.getBytes(1)))
        .single();
  }

  private long commands(UUID subject) {
    return number(
        "select count(distinct command) from journal_entry where subject_id = ?", subject);
  }

  private long count(String table) {
    return number("select count(*) from " + table);
  }

  private long sum(String figure, @Nullable LocalDate day, @Nullable UUID subject) {
    return number(
        """
        select coalesce(sum(amount), 0) from journal_measure m
          join journal_entry e on e.id = m.entry_id
        where figure = ? and (?::date is null or day = ?) and (?::uuid is null or subject_id = ?)""",
        figure,
        day,
        day,
        subject,
        subject);
  }

  private long number(String sql, @Nullable Object... parameters) {
    var statement = jdbc.sql(sql);
    for (var parameter : parameters) {
      statement = statement.param(parameter);
    }
    return statement.query((row, n) -> row.getLong(1)).single();
  }

  private static boolean succeeds(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static <T> List<T> together(int times, java.util.function.IntFunction<T> work)
      throws Exception {
    var district = District.current();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          threads.invokeAll(
              IntStream.range(0, times)
                  .mapToObj(i -> (Callable<T>) () -> district.call(() -> work.apply(i)))
                  .toList());
      var all = new java.util.ArrayList<T>();
      for (var result : results) {
        all.add(result.get());
      }
      return all;
    }
  }
}
