package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Codes, registering with one, and choosing a new password with one. */
@ModuleTest
class RegistrationTests {

  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired MockMvcTester mvc;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired Codes codes;
  @Autowired AccountManagement accounts;
  @Autowired PersonManagement persons;
  @Autowired Timelines timelines;
  @Autowired Rates rates;
  @Autowired ShortMessages messages;
  @Autowired SignIn signIn;
  @Autowired AccessProperties defaults;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private PhoneNumber phone;
  private Visitor visitor;

  @BeforeEach
  void aNewPhone() {
    community = district.community("秀灵南社区");
    phone = new PhoneNumber("1371000%04d".formatted(NEXT.incrementAndGet()));
    visitor = new Visitor(mvc);
  }

  @Test
  void aStudentRegistersAndIsSignedIn() {
    var session = register(codes.issue(phone, CodePurpose.REGISTER));

    assertThat(session).hasStatus(201);
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("STUDENT");
    assertThat(session).bodyJson().extractingPath("$.community.name").isEqualTo("秀灵南社区");
    assertThat(visitor.get("/api/session")).hasStatusOk();
  }

  @Test
  void rPi05_theNoticeReadIsKeptWithItsTime() {
    register(codes.issue(phone, CodePurpose.REGISTER));

    var person = persons.byPhone(phone.digits()).orElseThrow();
    assertThat(
            jdbc.sql(
                    "select notice_version || ' ' || (withdrawn_at is null) from access_consent"
                        + " where person_id = ?")
                .param(person)
                .query((row, n) -> row.getString(1))
                .list())
        .containsExactly("2026-11-2 true");
  }

  @Test
  void rPi04_anOlderNoticeIsNotAgreedTo() {
    var body = registration(codes.issue(phone, CodePurpose.REGISTER));
    body.put("noticeVersion", "2025-01");

    assertRefused(visitor.post("/api/registrations", body), 409, "access.notice-changed");
  }

  @Test
  void theTimelineOfThePersonTellsIt() {
    register(codes.issue(phone, CodePurpose.REGISTER));

    var person = persons.byPhone(phone.digits()).orElseThrow();
    assertThat(timelines.of(new Subject("person", person)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.sentence()).contains("黄小明", "秀灵南社区"));
  }

  @Test
  void whoIsRegisteredAlreadyIsToldSoOnlyAfterProvingThePhone() {
    register(codes.issue(phone, CodePurpose.REGISTER));

    assertRefused(register("000000"), 400, "access.code");
    assertRefused(
        register(codes.issue(phone, CodePurpose.REGISTER)), 409, "access.already-registered");
  }

  @Test
  void whoWasWrittenDownAtTheCounterRegistersUnderTheSamePerson() {
    var person = Actor.SYSTEM.call(() -> persons.register("覃小兰", phone.digits()));

    var session = register(codes.issue(phone, CodePurpose.REGISTER));

    assertThat(session).bodyJson().extractingPath("$.person.id").isEqualTo(person.toString());
    assertThat(session).bodyJson().extractingPath("$.person.name").isEqualTo("覃小兰");
  }

  @Test
  void nobodyRegistersAsStaffOrOutsideACommunity() {
    var asStaff = registration(codes.issue(phone, CodePurpose.REGISTER));
    asStaff.put("standing", "COMMUNITY_WORKER");
    var nowhere = registration(codes.issue(phone, CodePurpose.REGISTER));
    nowhere.put("community", district.root().toString());

    assertRefused(visitor.post("/api/registrations", asStaff), 400, "access.standing");
    assertRefused(visitor.post("/api/registrations", nowhere), 400, "access.not-a-community");
  }

  @Test
  void whatIsRefusedLeavesTheCodeGood() {
    var code = codes.issue(phone, CodePurpose.REGISTER);
    var badName = registration(code);
    badName.put("name", "张");

    assertThat(visitor.post("/api/registrations", badName)).hasStatus(400);
    assertThat(register(code)).hasStatus(201);
  }

  @Test
  void aCodeIsGoodForFiveMinutes() {
    var code = codes.issue(phone, CodePurpose.SIGN_IN);

    clock.advance(Duration.ofMinutes(5));

    assertThat(codes.isRight(phone, CodePurpose.SIGN_IN, code)).isFalse();
  }

  @Test
  void aCodeIsGoodForOnePurposeAndOnePhone() {
    var code = codes.issue(phone, CodePurpose.SIGN_IN);
    var other = new PhoneNumber("13712345678");
    codes.issue(phone, CodePurpose.RESET);
    codes.issue(other, CodePurpose.SIGN_IN);

    assertThat(codes.isRight(phone, CodePurpose.RESET, code)).isFalse();
    assertThat(codes.isRight(other, CodePurpose.SIGN_IN, code)).isFalse();
    assertThat(codes.isRight(phone, CodePurpose.SIGN_IN, code)).isTrue();
  }

  @Test
  void theSixthAttemptIsWrongEvenWithTheRightCode() {
    var code = codes.issue(phone, CodePurpose.SIGN_IN);
    var wrong = code.equals("000000") ? "111111" : "000000";
    for (int i = 0; i < 5; i++) {
      assertThat(codes.isRight(phone, CodePurpose.SIGN_IN, wrong)).isFalse();
    }

    assertThat(codes.isRight(phone, CodePurpose.SIGN_IN, code)).isFalse();
  }

  @Test
  void aCodeSignsInOnce() {
    register(codes.issue(phone, CodePurpose.REGISTER));
    var code = codes.issue(phone, CodePurpose.SIGN_IN);

    assertThat(signInBy(code)).hasStatusOk();
    assertRefused(signInBy(code), 401, "access.credentials");
  }

  @Test
  void aCodeForAPhoneWithoutAccountSignsNobodyIn() {
    assertRefused(signInBy(codes.issue(phone, CodePurpose.SIGN_IN)), 401, "access.credentials");
  }

  @Test
  void withoutTheDemoOrAShortMessageServiceNoCodeIsPromised() {
    assertRefused(
        visitor.post("/api/codes", Map.of("phone", phone.digits(), "purpose", "SIGN_IN")),
        422,
        "access.no-codes");
  }

  @Test
  void theDemoShowsTheCodeAlsoForAPhoneThatNobodyHas() {
    var demo =
        new CodeController(
            codes,
            messages,
            signIn,
            persons,
            rates,
            new AccessProperties(
                true, null, null, new AccessProperties.Sms(null, null), defaults.access()));

    var view =
        demo.code(
            new CodeController.CodeRequest(phone.digits(), CodePurpose.SIGN_IN),
            new MockHttpServletRequest());

    assertThat(view.shown()).matches("\\d{6}");
    assertThat(view.expiresIn()).isEqualTo(300);
  }

  @Test
  void aNewPasswordByCodeSignsOutEverywhere() {
    register(codes.issue(phone, CodePurpose.REGISTER));
    var reset = reset(codes.issue(phone, CodePurpose.RESET), "copper-window-seven");

    assertThat(reset).hasStatus(204);
    assertRefused(visitor.get("/api/session"), 401, "signed-out");
    assertThat(visitor.signIn(phone.digits(), "copper-window-seven")).hasStatusOk();
  }

  @Test
  void aResetAnswersAlikeForAPhoneThatNobodyHas() {
    register(codes.issue(phone, CodePurpose.REGISTER));
    var known = reset("000000", "copper-window-seven");
    var unknown =
        visitor.put(
            "/api/password",
            Map.of("phone", "13999992222", "code", "000000", "password", "copper-window-seven"));

    assertRefused(known, 400, "access.code");
    assertThat(unknown.getResponse().getContentAsByteArray())
        .isEqualTo(known.getResponse().getContentAsByteArray());
  }

  @Test
  void anEasyPasswordIsRefusedAtItsField() {
    var refused = reset("000000", "password1234");

    assertRefused(refused, 400, "access.password-common");
    assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("password");
  }

  @Test
  void tooManyAttemptsAreToldWhenToComeBack() {
    var subject = phone.digits();
    rates.spend(RateLimit.CODES_TO_PHONE_IN_A_MINUTE, subject);

    assertThatThrownBy(() -> rates.spend(RateLimit.CODES_TO_PHONE_IN_A_MINUTE, subject))
        .hasMessage("too-many")
        .hasFieldOrPropertyWithValue("retryAfter", Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));
    rates.spend(RateLimit.CODES_TO_PHONE_IN_A_MINUTE, subject);
  }

  @Test
  void aFloodOfResetsIsRefusedWithTheTimeToWait() {
    for (int i = 0; i < 10; i++) {
      reset("000000", "copper-window-seven");
    }

    var flooded = reset("000000", "copper-window-seven");

    assertRefused(flooded, 429, "too-many");
    assertThat(flooded).hasHeader("Retry-After", "3600");
  }

  @Test
  void aWorkerOpensAnAccountForSomebodyWhoThenSignsInByCode() {
    var person = Actor.SYSTEM.call(() -> persons.register("韦大妈", phone.digits()));
    Actor.SYSTEM.run(() -> accounts.open(person, null, Role.RESIDENT, community));

    assertThat(signInBy(codes.issue(phone, CodePurpose.SIGN_IN))).hasStatusOk();
    assertRefused(visitor.signIn(phone.digits(), "copper-window-seven"), 401, "access.credentials");
  }

  private MvcTestResult reset(String code, String password) {
    return visitor.put(
        "/api/password", Map.of("phone", phone.digits(), "code", code, "password", password));
  }

  private MvcTestResult signInBy(String code) {
    return visitor.post("/api/session", Map.of("phone", phone.digits(), "code", code));
  }

  private MvcTestResult register(String code) {
    return visitor.post("/api/registrations", registration(code));
  }

  private Map<String, Object> registration(String code) {
    return new HashMap<>(
        Map.of(
            "phone",
            phone.digits(),
            "code",
            code,
            "name",
            "黄小明",
            "community",
            community.toString(),
            "standing",
            "STUDENT",
            "noticeVersion",
            "2026-11-2"));
  }
}
