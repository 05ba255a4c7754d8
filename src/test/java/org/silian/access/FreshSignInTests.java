package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Proving again who one is, for what must not be done with a session left open. */
@ModuleTest
class FreshSignInTests {

  @Autowired Newcomer.Maker make;
  @Autowired TestClock clock;
  @Autowired Codes codes;

  private Newcomer administrator;

  @BeforeEach
  void anAdministratorWhoHasBeenInForAWhile() {
    clock.set(TestClock.START);
    administrator = make.administrator(Role.SYSTEM_ADMINISTRATOR);
    administrator.signIn();
  }

  @Test
  void whoHasJustSignedInIsFreshForFiveMinutes() {
    clock.advance(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(begin()).hasStatusOk();
    clock.advance(Duration.ofSeconds(1));

    assertRefused(begin(), 403, "fresh-sign-in");
    assertThat(administrator.browser().get("/api/people")).hasStatusOk();
  }

  @Test
  void thePasswordMakesFreshAgain() {
    clock.advance(Duration.ofMinutes(6));

    assertRefused(prove("password", "Not-her-password-1"), 400, "access.proof-wrong");
    assertRefused(begin(), 403, "fresh-sign-in");
    assertThat(prove("password", Newcomer.PASSWORD)).hasStatus(204);

    assertThat(begin()).hasStatusOk();
  }

  @Test
  void fiveWrongPasswordsLockHereToo() {
    for (int i = 0; i < 5; i++) {
      prove("password", "Not-her-password-1");
    }

    assertRefused(prove("password", Newcomer.PASSWORD), 429, "access.locked");
  }

  @Test
  void aCodeToHerPhoneMakesFreshAgain() {
    clock.advance(Duration.ofMinutes(6));
    var code = codes.issue(PhoneNumber.parse(administrator.phone()), CodePurpose.SIGN_IN);

    assertThat(prove("code", code)).hasStatus(204);

    assertThat(begin()).hasStatusOk();
  }

  @Test
  void theAuthenticatorAppMakesFreshAgain() {
    var app = make.enrol(administrator);
    clock.advance(Duration.ofMinutes(6));
    assertRefused(administrator.browser().delete("/api/me/security/totp"), 403, "fresh-sign-in");

    assertThat(prove("totp", make.code(app.secret(), 0))).hasStatus(204);

    assertThat(administrator.browser().delete("/api/me/security/totp")).hasStatus(204);
  }

  @Test
  void anAppointmentToASensitivePostIsGivenFreshlyThroughWhateverDoor() {
    clock.advance(Duration.ofMinutes(6));

    assertRefused(appoint(Role.AUDIT_ADMINISTRATOR), 403, "fresh-sign-in");
    assertRefused(invite(Role.SECURITY_ADMINISTRATOR), 403, "fresh-sign-in");
    assertThat(appoint(Role.DISTRICT_LEADER)).hasStatus(201);
    prove("password", Newcomer.PASSWORD);
    assertThat(appoint(Role.AUDIT_ADMINISTRATOR)).hasStatus(201);
  }

  private MvcTestResult begin() {
    return administrator.browser().post("/api/me/security/totp", null);
  }

  private MvcTestResult prove(String way, String proof) {
    return administrator.browser().post("/api/session/proof", Map.of(way, proof));
  }

  private MvcTestResult appoint(Role role) {
    return administrator
        .browser()
        .once(
            "/api/appointments",
            Map.of(
                "person",
                make.district().person(),
                "role",
                role,
                "organisation",
                make.district().root(),
                "from",
                District.day(clock.instant()).toString()));
  }

  private MvcTestResult invite(Role role) {
    return administrator
        .browser()
        .once(
            "/api/invitations",
            Map.of(
                "name",
                "覃安全",
                "phone",
                "1360000" + UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 4),
                "role",
                role,
                "organisation",
                make.district().root(),
                "from",
                District.day(clock.instant()).toString()));
  }
}
