package org.silian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.api.Cursor;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wish and the people around it, on a real database. */
@ModuleTest
class WishProcessTests {

  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired WishIntake intake;
  @Autowired WishManagement management;
  @Autowired WishReading reading;
  @Autowired WishBoard board;
  @Autowired WishWall wall;
  @Autowired WishDays days;
  @Autowired Timelines timelines;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private Actor worker;
  private Actor secretary;
  private Actor resident;
  private Actor student;

  @BeforeEach
  void people() {
    community = district.community("秀灵南社区");
    worker = district.appointed(Role.COMMUNITY_WORKER, community);
    secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);
    resident = district.registered(Role.RESIDENT, community);
    student = district.registered(Role.STUDENT, community);
  }

  @Test
  void travelsFromAPhoneToAConfirmedNumber() {
    var wish = confirmed();

    assertThat(read(wish, worker).state()).isEqualTo(WishState.CONFIRMED);
    assertThat(read(wish, resident).steps()).containsExactly("rate");
    assertThat(sentences(wish, worker)).hasSize(8);
  }

  @Test
  void isNotThereForAPostOutOfReach() {
    var wish = made();
    var elsewhere = district.appointed(Role.COMMUNITY_WORKER, district.community("友爱南社区"));

    assertThatThrownBy(() -> read(wish, elsewhere)).satisfies(refused("not-found"));
    assertThatThrownBy(() -> step(elsewhere, wish, WishStep.REJECT, w -> {}))
        .satisfies(refused("not-found"));
    assertThat(numbers(elsewhere)).doesNotContain(read(wish, worker).number());
    assertThat(numbers(worker)).contains(read(wish, worker).number());
  }

  @Test
  void showsTheContactToTheClaimerOnlyAfterTheCommunityHasApproved() {
    var wish = published();
    claim(student, wish);
    assertThat(read(wish, student).wisher()).isNull();
    assertThat(read(wish, student).words()).isNull();

    approve(wish);
    assertThat(read(wish, student).wisher()).isNotNull();
    assertThat(read(wish, student).claim().withWorker().id()).isEqualTo(worker.person());
  }

  @Test
  void letsOneOfTwoClaimersAtTheSameMomentWin() throws Exception {
    var wish = published();
    var claimers = List.of(student, district.registered(Role.VOLUNTEER, community));
    var here = District.current();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes =
          threads
              .invokeAll(
                  claimers.stream()
                      .map(
                          actor ->
                              (Callable<String>)
                                  () -> here.call(() -> actor.call(() -> outcome(wish))))
                      .toList())
              .stream()
              .map(f -> f.resultNow())
              .toList();
      assertThat(outcomes).containsExactlyInAnyOrder("claimed", "wish.already-claimed");
    }
  }

  private String outcome(UUID wish) {
    try {
      management.claim(wish);
      return "claimed";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void refusesAChangeToARecordThatSomebodyElseHasChanged() {
    var wish = made();
    var seen = new Revision(read(wish, worker).version());
    verify(wish);

    assertThatThrownBy(() -> worker.run(() -> management.publish(wish, seen, "社区一位居民希望换一盏灯。")))
        .satisfies(refused("stale"));
  }

  @Test
  void releasesAClaimWithoutContactAfterSevenDays() {
    var wish = published();
    claim(student, wish);
    approve(wish);

    clock.advance(Duration.ofDays(7));
    pass();
    assertThat(read(wish, worker).state()).isEqualTo(WishState.APPROVED);

    clock.advance(Duration.ofDays(1));
    pass();
    assertThat(read(wish, worker).state()).isEqualTo(WishState.PUBLISHED);
    assertThatThrownBy(() -> read(wish, student)).satisfies(refused("not-found"));
  }

  @Test
  void comesFirstInTheNextRoundWhenNobodyHasClaimedIt() {
    var old = published();
    clock.advance(Duration.ofDays(31));
    pass();
    var fresh = published();

    var cards = wall.cards(null, community, null, 50).items();
    assertThat(cards.getFirst().id()).isEqualTo(old);
    assertThat(cards.getFirst().rolledOver()).isTrue();
    assertThat(cards).extracting(card -> card.id()).contains(fresh);
    withdraw(old);
    withdraw(fresh);
  }

  @Test
  void rPi12_forgetsHowToReachTheWisherNinetyDaysAfterItEnds() {
    var wish = confirmed();
    resident.run(
        () ->
            management.step(
                wish, revision(wish, resident), WishStep.RATE, (w, at) -> w.rate(5, null, at)));
    assertThat(read(wish, worker).wisher()).isNotNull();

    clock.advance(Duration.ofDays(91));
    pass();

    var forgotten = read(wish, worker);
    assertThat(forgotten.wisher()).isNull();
    assertThat(forgotten.words()).isNull();
    assertThat(sentences(wish, worker)).isNotEmpty();
  }

  @Test
  void waitsFourteenDaysInShanghaiForARatingAndThenCloses() {
    clock.set(Instant.parse("2026-11-23T17:00:00Z")); // already Tuesday in Shanghai
    var wish = confirmed();

    clock.advance(Duration.ofDays(14));
    pass();
    assertThat(read(wish, worker).state()).isEqualTo(WishState.CONFIRMED);

    clock.advance(Duration.ofDays(1));
    pass();
    assertThat(read(wish, worker).state()).isEqualTo(WishState.CLOSED);
  }

  @Test
  void keepsNoNamePhoneOrAddressReadableInTheDatabase() {
    var wish = made();
    var stored =
        jdbc.sql(
                """
                select w::text || c::text || coalesce((select string_agg(e::text, '') from
                  journal_entry e where e.subject_id = w.id), '')
                from wish w join wish_contact c on c.wish_id = w.id where w.id = ?""")
            .param(wish)
            .query((row, n) -> row.getString(1))
            .single();
    assertThat(stored).doesNotContain("金桂巷").doesNotContain(name(resident));
  }

  @Test
  void isWrittenDownByAWorkerForSomebodyWithoutAPhone() {
    var told =
        worker.call(
            () ->
                intake.take(
                    UUID.randomUUID(),
                    form(new WishController.WisherForm("覃桂花", null), Consent.How.ORAL),
                    worker));

    var record = read(told.id(), worker);
    assertThat(told).isEqualTo(record);
    assertThat(record.onBehalf()).isTrue();
    assertThat(record.consent().how()).isEqualTo(Consent.How.ORAL);
    assertThat(record.wisher().name()).isEqualTo("覃桂花");
  }

  @Test
  void rPi05_ownConsentIsGivenByNobodyElse() {
    assertThatThrownBy(
            () ->
                resident.run(
                    () -> intake.take(UUID.randomUUID(), form(null, Consent.How.ORAL), resident)))
        .satisfies(refused("wish.consent-of-self"));
    assertThatThrownBy(
            () ->
                worker.run(
                    () ->
                        intake.take(
                            UUID.randomUUID(),
                            form(new WishController.WisherForm("覃桂花", null), Consent.How.SELF),
                            worker)))
        .satisfies(refused("wish.consent-of-other"));
  }

  @Test
  void recordsAConfirmationByPhoneAsWhatItIs() {
    var wish = fulfilled();
    worker.run(() -> management.confirm(wish, revision(wish, worker), 5, "很好"));

    assertThat(read(wish, worker))
        .extracting(WishRecord::confirmedBy, WishRecord::state)
        .containsExactly(Confirmation.WORKER_PHONE, WishState.CLOSED);
  }

  @Test
  void pagesThroughAListWithoutGapOrRepetition() {
    for (int i = 0; i < 7; i++) {
      made();
      clock.advance(Duration.ofMinutes(i % 3));
    }
    var all = numbers(worker);
    var paged = new ArrayList<String>();
    Cursor after = null;
    do {
      var cursor = after;
      var page = board.within(worker, new WishBoard.Filter(null, null, null, null), cursor, 3);
      page.items().forEach(row -> paged.add(row.number()));
      after = Cursor.parse(page.next());
    } while (after != null);
    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
  }

  private UUID made() {
    return resident.call(
        () -> intake.take(UUID.randomUUID(), form(null, Consent.How.SELF), resident).id());
  }

  private WishController.WishForm form(
      WishController.@Nullable WisherForm wisher, Consent.How how) {
    return new WishController.WishForm(
        WishKind.REPAIR,
        "换一盏客厅的灯",
        "客厅的灯坏了两周，想换一盏。",
        6_000L,
        community,
        false,
        false,
        new WishController.ConsentForm("1", how),
        wisher,
        "金桂巷里面");
  }

  private void verify(UUID wish) {
    step(
        worker,
        wish,
        WishStep.VERIFY,
        w -> w.verify(new WishChecks(true, true, true, true), clock.instant()));
  }

  private UUID published() {
    var wish = made();
    verify(wish);
    worker.run(() -> management.publish(wish, revision(wish, worker), "社区一位居民希望换一盏客厅的灯。"));
    return wish;
  }

  private void claim(Actor actor, UUID wish) {
    actor.call(() -> management.claim(wish));
  }

  private void approve(UUID wish) {
    worker.run(() -> management.approve(wish, revision(wish, worker), worker.personOrRefuse()));
  }

  private UUID fulfilled() {
    var wish = published();
    claim(student, wish);
    approve(wish);
    step(student, wish, WishStep.CONTACT, w -> w.contact(clock.instant()));
    step(student, wish, WishStep.FULFIL, w -> w.fulfil("换好了", clock.instant()));
    return wish;
  }

  private UUID confirmed() {
    var wish = fulfilled();
    resident.run(() -> management.confirm(wish, revision(wish, resident), null, null));
    return wish;
  }

  private void withdraw(UUID wish) {
    step(resident, wish, WishStep.WITHDRAW, w -> w.withdraw(clock.instant()));
  }

  private void step(Actor actor, UUID wish, WishStep step, Consumer<Wish> verb) {
    long version =
        jdbc.sql("select version from wish where id = ?")
            .param(wish)
            .query((row, n) -> row.getLong(1))
            .single();
    actor.run(() -> management.step(wish, new Revision(version), step, (w, at) -> verb.accept(w)));
  }

  private Revision revision(UUID wish, Actor actor) {
    return new Revision(read(wish, actor).version());
  }

  private WishRecord read(UUID wish, Actor actor) {
    return actor.call(() -> reading.read(wish, actor));
  }

  private void pass() {
    Actor.SYSTEM.run(days::pass);
    Actor.SYSTEM.run(() -> days.forget(days.before(clock.instant())));
  }

  private List<String> numbers(Actor actor) {
    return board
        .within(actor, new WishBoard.Filter(null, null, null, null), null, 100)
        .items()
        .stream()
        .map(row -> row.number())
        .toList();
  }

  private List<String> sentences(UUID wish, Actor actor) {
    return actor.call(
        () ->
            timelines.of(new Subject("wish", wish)).stream()
                .map(entry -> entry.sentence())
                .toList());
  }

  private String name(Actor actor) {
    return jdbc.sql("select name from organisation_person where id = ?")
        .param(actor.person())
        .query((row, n) -> row.getString(1))
        .single();
  }

  private static Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
