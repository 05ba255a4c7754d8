package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.permission.Open;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The second factor: setting it up, being asked for it, and having lost it. */
@ModuleTest
class SecondFactorTests {

  @Autowired Newcomer.Maker make;
  @Autowired SecuritySettings settings;
  @Autowired SecurityProperties standard;
  @Autowired TestClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private Newcomer worker;

  @BeforeEach
  void aWorkerWhoIsIn() {
    clock.set(TestClock.START);
    worker = make.worker();
    worker.signIn();
  }

  @AfterEach
  void theStandardProfileAgain() {
    settings.adopt(standard);
  }

  @Test
  void whoeverHasOneIsAskedForItAtEverySignIn() {
    var app = make.enrol(worker);
    worker.browser().delete("/api/session");

    var half = worker.signIn();

    assertThat(half).bodyJson().extractingPath("$.owed").isEqualTo("SECOND_FACTOR");
    assertThat(half).bodyJson().extractingPath("$.permissions").asArray().isEmpty();
    assertThat(half).bodyJson().extractingPath("$.posts").asArray().isEmpty();
    var whole = worker.secondFactor(make.code(app.secret(), 0));
    assertThat(whole).bodyJson().doesNotHavePath("$.owed");
    assertThat(whole).bodyJson().extractingPath("$.role").isEqualTo("COMMUNITY_WORKER");
    assertThat(worker.browser().get("/api/organisations")).hasStatusOk();
  }

  @Test
  void theTokenOfASessionHalfInIsWorthNothingOnceItIsWhole() {
    var app = make.enrol(worker);
    worker.signIn();
    var half = worker.browser().cookie(SessionCookie.NAME);
    worker.secondFactor(make.code(app.secret(), 0));

    var thief = new Visitor(mvc);
    thief.keep(half);

    assertRefused(thief.get("/api/session"), 401, "signed-out");
    assertThat(worker.browser().get("/api/session")).hasStatusOk();
  }

  @Test
  void aSessionHalfInOpensNothingButTheNextStep() {
    make.enrol(worker);
    worker.signIn();

    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              var halfIn = handler.getMethodAnnotation(HalfIn.class);
              boolean open =
                  handler.hasMethodAnnotation(Open.class)
                      || (halfIn != null && List.of(halfIn.value()).contains(Owed.SECOND_FACTOR));
              if (open || !handler.getBeanType().getName().startsWith("org.silian.")) {
                return;
              }
              for (var path : info.getPatternValues()) {
                for (var method : info.getMethodsCondition().getMethods()) {
                  assertRefused(
                      worker
                          .browser()
                          .send(
                              HttpMethod.valueOf(method.name()),
                              path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                              method.name().equals("GET") ? null : Map.of()),
                      403,
                      "access.half-in");
                }
              }
            });
  }

  @Test
  void whoHasOnlyThePasswordCannotAddAFactorOfHisOwn() {
    make.enrol(worker);
    worker.signIn();

    assertRefused(
        worker.browser().post("/api/me/security/passkey-options", null), 403, "access.half-in");
    assertRefused(worker.browser().delete("/api/me/security/totp"), 403, "access.half-in");
  }

  @Test
  void aCodeOpensOnce() {
    var app = make.enrol(worker);
    var code = make.code(app.secret(), 0);
    worker.signIn();
    assertThat(worker.secondFactor(code)).hasStatusOk();

    worker.signIn();

    assertRefused(worker.secondFactor(code), 400, "access.totp-code");
    assertThat(worker.secondFactor(make.code(app.secret(), 1))).hasStatusOk();
  }

  @Test
  void fiveWrongCodesLockForTenMinutesAlsoForTheRightOne() {
    var app = make.enrol(worker);
    worker.signIn();
    for (int i = 0; i < 5; i++) {
      assertRefused(worker.secondFactor("000000"), 400, "access.totp-code");
    }

    assertRefused(worker.secondFactor(make.code(app.secret(), 0)), 429, "access.factor-locked");
    clock.advance(Duration.ofMinutes(10));
    worker.signIn();
    assertThat(worker.secondFactor(make.code(app.secret(), 0))).hasStatusOk();
  }

  @Test
  void aSessionHalfInLastsTenMinutes() {
    make.enrol(worker);
    worker.signIn();

    clock.advance(Duration.ofMinutes(10));

    assertRefused(worker.secondFactor("000000"), 401, "signed-out");
  }

  @Test
  void eachRecoveryCodeOpensOnce() {
    var app = make.enrol(worker);
    assertThat(app.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    var body = Map.of("recoveryCode", app.recoveryCodes().getFirst().toUpperCase());
    worker.signIn();
    assertThat(worker.browser().post("/api/session/second-factor", body)).hasStatusOk();
    assertThat(worker.browser().get("/api/me/security"))
        .bodyJson()
        .extractingPath("$.recoveryCodes")
        .isEqualTo(9);

    worker.signIn();

    assertRefused(
        worker.browser().post("/api/session/second-factor", body), 400, "access.recovery-code");
  }

  @Test
  void newRecoveryCodesMakeTheOldOnesVoid() {
    var old = make.enrol(worker).recoveryCodes();
    assertThat(worker.browser().post("/api/me/security/recovery-codes", null)).hasStatusOk();
    worker.signIn();

    assertRefused(
        worker.browser().post("/api/session/second-factor", Map.of("recoveryCode", old.getFirst())),
        400,
        "access.recovery-code");
  }

  @Test
  void theDatabaseHoldsNeitherTheSecretNorTheCodes() {
    var app = make.enrol(worker);

    var kept =
        jdbc.sql(
                """
                select encode(secret_cipher, 'escape') from access_totp where person_id = :person
                union all
                select encode(code_mac, 'escape') from access_recovery_code
                where person_id = :person""")
            .param("person", worker.person())
            .query((row, n) -> row.getString(1))
            .list();

    assertThat(kept).hasSize(11).noneMatch(text -> text.contains(app.secret()));
    assertThat(kept).noneMatch(text -> app.recoveryCodes().stream().anyMatch(text::contains));
  }

  @Test
  void itIsNotInUseBeforeItHasMadeARightCode() {
    worker.browser().post("/api/me/security/totp", null);
    assertRefused(
        worker.browser().post("/api/me/security/totp/confirmation", Map.of("code", "000000")),
        400,
        "access.totp-code");

    assertThat(worker.signIn()).bodyJson().doesNotHavePath("$.owed");
  }

  @Test
  void settingItUpSignsOutElsewhere() {
    var elsewhere = new Visitor(mvc);
    elsewhere.signIn(worker.phone(), Newcomer.PASSWORD);

    make.enrol(worker);

    assertRefused(elsewhere.get("/api/session"), 401, "signed-out");
    assertThat(worker.browser().get("/api/session")).hasStatusOk();
  }

  @Test
  void whoHasTakenItAwayIsNotAsked() {
    make.enrol(worker);
    assertRefused(worker.browser().post("/api/me/security/totp", null), 409, "access.totp-there");

    assertThat(worker.browser().delete("/api/me/security/totp")).hasStatus(204);

    assertThat(worker.signIn()).bodyJson().doesNotHavePath("$.owed");
  }

  @Test
  void djl3_administratorsSetOneUpBeforeAnythingOpens() {
    settings.adopt(SecurityProfileTests.level3());
    var administrator = make.administrator(Role.SYSTEM_ADMINISTRATOR);

    assertThat(administrator.signIn()).bodyJson().extractingPath("$.owed").isEqualTo("ENROLMENT");
    assertRefused(administrator.browser().get("/api/people"), 403, "access.half-in");
    make.enrol(administrator);

    assertThat(administrator.browser().get("/api/people")).hasStatusOk();
    assertRefused(
        administrator.browser().delete("/api/me/security/totp"), 422, "access.factor-needed");
  }

  @Test
  void djl3_whoBecomesAnAdministratorOwesOneAtTheNextRequest() {
    settings.adopt(SecurityProfileTests.level3());
    assertThat(worker.browser().get("/api/organisations")).hasStatusOk();

    make.district().appointed(worker.person(), Role.AUDIT_ADMINISTRATOR, make.district().root());

    assertRefused(worker.browser().get("/api/organisations"), 403, "access.half-in");
  }
}
