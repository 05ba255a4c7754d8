package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Coming in, staying in, choosing a post, going out. */
@ModuleTest
class SessionTests {

  private static final String PASSWORD = "copper-window-seven";

  @Autowired MockMvcTester mvc;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired AccountManagement accounts;
  @Autowired PersonManagement persons;
  @Autowired AppointmentManagement appointments;
  @Autowired Lock lock;
  @Autowired AccessSweep sweep;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private UUID person;
  private String phone;
  private Visitor visitor;

  @BeforeEach
  void aPersonWithAnAccount() {
    community = district.community("秀灵南社区");
    person = district.person();
    phone = persons.phone(person);
    visitor = new Visitor(mvc);
  }

  @Test
  void aResidentSignsInAndOut() {
    openAsResident();

    var session = visitor.signIn(phone, PASSWORD);

    assertThat(session).hasStatusOk();
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("RESIDENT");
    assertThat(session)
        .bodyJson()
        .extractingPath("$.person.phone")
        .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
    assertThat(session).bodyJson().extractingPath("$.community.name").isEqualTo("秀灵南社区");
    assertThat(visitor.get("/api/session")).hasStatusOk();
    assertThat(visitor.delete("/api/session")).hasStatus(204);
    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void aSessionThatWasLeftIsGoneAlsoForWhoeverKeptItsCookie() {
    openAsResident();
    visitor.signIn(phone, PASSWORD);
    var kept = visitor.cookie(SessionCookie.NAME);
    visitor.delete("/api/session");

    visitor.keep(kept);

    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void scriptsCannotReadTheCookieAndTheDatabaseDoesNotHoldIt() {
    openAsResident();
    visitor.signIn(phone, PASSWORD);

    var cookie = visitor.cookie(SessionCookie.NAME);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(
            jdbc.sql("select count(*) from access_session where token_hash = ?")
                .param(new Token(cookie.getValue()).hash())
                .query((row, n) -> row.getInt(1))
                .single())
        .isOne();
  }

  @Test
  void aWrongPasswordAndAnUnknownPhoneAreRefusedAlike() {
    openAsResident();

    var wrong = visitor.signIn(phone, "not-my-password");
    var unknown = visitor.signIn("13999990000", PASSWORD);

    assertRefused(wrong, 401, "access.credentials");
    assertThat(unknown.getResponse().getContentAsByteArray())
        .isEqualTo(wrong.getResponse().getContentAsByteArray());
  }

  @Test
  void fiveWrongPasswordsLockForTenMinutes() {
    openAsResident();
    fail(phone, 5);

    var locked = visitor.signIn(phone, PASSWORD);

    assertRefused(locked, 429, "access.locked");
    assertThat(locked).hasHeader("Retry-After", "600");
    clock.advance(Duration.ofMinutes(10));
    assertThat(visitor.signIn(phone, PASSWORD)).hasStatusOk();
  }

  @Test
  void aPhoneThatNobodyHasLocksAlike() {
    fail("13999991111", 5);

    assertRefused(visitor.signIn("13999991111", PASSWORD), 429, "access.locked");
  }

  @Test
  void ofManyGuessesAtOnceFiveAreAnswered() throws Exception {
    var here = District.current();
    var guessed = new PhoneNumber("13999993333");
    var answered = new AtomicInteger();
    try (var guesses = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        guesses.execute(
            () ->
                here.run(
                    () -> {
                      lock.note(guessed, false);
                      answered.incrementAndGet();
                    }));
      }
    }

    assertThat(answered).hasValue(5);
    assertThatThrownBy(() -> lock.note(guessed, true)).hasMessage("access.locked");
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes() {
    openAsResident();
    fail(phone, 4);
    visitor.signIn(phone, PASSWORD);
    fail(phone, 4);

    assertThat(visitor.signIn(phone, PASSWORD)).hasStatusOk();
  }

  @Test
  void staffBeginInTheirOnlyPost() {
    var worker = appoint(Role.COMMUNITY_WORKER);
    openAsStaff();

    var session = visitor.signIn(phone, PASSWORD);

    assertThat(session)
        .bodyJson()
        .extractingPath("$.post")
        .isEqualTo(String.valueOf(worker.appointment()));
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("COMMUNITY_WORKER");
    assertThat(session).bodyJson().extractingPath("$.posts[0].roleName").isEqualTo("社区工作者");
  }

  @Test
  void thePostInUseIsChosenAndRememberedForNextTime() {
    appoint(Role.COMMUNITY_WORKER);
    var secretary = appoint(Role.COMMUNITY_SECRETARY);
    openAsStaff();
    visitor.signIn(phone, PASSWORD);

    var chosen = visitor.put("/api/session/post", Map.of("post", secretary.appointment()));

    assertThat(chosen).bodyJson().extractingPath("$.role").isEqualTo("COMMUNITY_SECRETARY");
    assertThat(new Visitor(mvc).signIn(phone, PASSWORD))
        .bodyJson()
        .extractingPath("$.role")
        .isEqualTo("COMMUNITY_SECRETARY");
    assertThat(visitor.put("/api/session/post", Map.of()))
        .bodyJson()
        .extractingPath("$.role")
        .isEqualTo("RESIDENT");
  }

  @Test
  void nobodyActsInThePostOfAnother() {
    var other = district.appointed(Role.COMMUNITY_WORKER, community);
    openAsResident();
    visitor.signIn(phone, PASSWORD);

    assertRefused(
        visitor.put("/api/session/post", Map.of("post", other.appointment())),
        422,
        "access.no-such-post");
  }

  @Test
  void endingAnAppointmentEndsItsRightsAtOnce() {
    var worker = appoint(Role.COMMUNITY_WORKER);
    openAsStaff();
    visitor.signIn(phone, PASSWORD);
    assertThat(visitor.get("/api/organisations")).hasStatusOk();

    Actor.SYSTEM.run(
        () -> appointments.end(worker.appointment(), District.day(clock.instant()), null));

    assertRefused(visitor.get("/api/organisations"), 403, "forbidden");
    assertThat(visitor.get("/api/session"))
        .bodyJson()
        .extractingPath("$.role")
        .isEqualTo("RESIDENT");
  }

  @Test
  void staffAreOutAfterThirtyIdleMinutes() {
    appoint(Role.COMMUNITY_WORKER);
    openAsStaff();
    visitor.signIn(phone, PASSWORD);

    clock.advance(Duration.ofMinutes(29));
    assertThat(visitor.get("/api/session")).hasStatusOk();
    clock.advance(Duration.ofMinutes(29));
    assertThat(visitor.get("/api/session")).hasStatusOk();
    clock.advance(Duration.ofMinutes(30));
    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void administratorsAreOutAfterFifteen() {
    district.appointed(person, Role.SYSTEM_ADMINISTRATOR, district.root());
    openAsStaff();
    visitor.signIn(phone, PASSWORD);

    clock.advance(Duration.ofMinutes(15));

    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void aResidentSignsInAgainAfterAMonthHoweverBusy() {
    openAsResident();
    visitor.signIn(phone, PASSWORD);
    for (int week = 0; week < 4; week++) {
      clock.advance(Duration.ofDays(6));
      assertThat(visitor.get("/api/session")).hasStatusOk();
    }

    clock.advance(Duration.ofDays(6));

    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void whatIsOverIsSweptAway() {
    openAsResident();
    visitor.signIn(phone, PASSWORD);
    fail(phone, 1);

    clock.advance(Duration.ofDays(6));
    sweep.forget(clock.instant());
    assertThat(visitor.get("/api/session")).hasStatusOk();
    clock.advance(Duration.ofDays(8));
    sweep.forget(clock.instant());

    assertThat(count("access_session where person_id = '" + person + "'")).isZero();
    assertThat(count("access_failure")).isZero();
  }

  @Test
  void lastAccessIsWrittenOnceAMinute() {
    openAsResident();
    visitor.signIn(phone, PASSWORD);
    var signedIn = lastAccess();

    clock.advance(Duration.ofSeconds(59));
    visitor.get("/api/session");
    assertThat(lastAccess()).isEqualTo(signedIn);
    clock.advance(Duration.ofSeconds(1));
    visitor.get("/api/session");
    assertThat(lastAccess()).isNotEqualTo(signedIn);
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query((row, n) -> row.getInt(1)).single();
  }

  private String lastAccess() {
    return jdbc.sql("select last_at from access_session where person_id = ?")
        .param(person)
        .query((row, n) -> row.getString(1))
        .single();
  }

  private void fail(String whose, int times) {
    for (int i = 0; i < times; i++) {
      assertRefused(visitor.signIn(whose, "not-my-password"), 401, "access.credentials");
    }
  }

  private Actor appoint(Role role) {
    return district.appointed(person, role, community);
  }

  private void openAsResident() {
    Actor.SYSTEM.run(() -> accounts.open(person, PASSWORD, Role.RESIDENT, community));
  }

  private void openAsStaff() {
    Actor.SYSTEM.run(() -> accounts.open(person, PASSWORD, null, null));
  }

  static void assertRefused(MvcTestResult result, int status, String code) {
    assertThat(result).hasStatus(status);
    assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("urn:problem:" + code);
  }
}
