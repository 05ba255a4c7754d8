package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the security profile asks, each setting by itself (等保 2.0 level 3, handbook §3.8). */
@ModuleTest
class SecurityProfileTests {

  @Autowired Newcomer.Maker make;
  @Autowired SecuritySettings settings;
  @Autowired SecurityProperties standard;
  @Autowired PasswordPolicy policy;
  @Autowired SettingsWatch watch;
  @Autowired Timelines timelines;
  @Autowired TestClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  static SecurityProperties level3() {
    return new SecurityProperties(
        SecurityProfile.LEVEL3, null, null, null, null, null, null, null, null);
  }

  /** Level 3, without the second factor of which other tests tell. */
  private static SecurityProperties oneFactor() {
    return new SecurityProperties(
        SecurityProfile.LEVEL3, null, null, null, null, null, null, "none", null);
  }

  private static SecurityProperties from(String addresses) {
    return new SecurityProperties(
        SecurityProfile.STANDARD, null, null, null, null, null, addresses, null, null);
  }

  @AfterEach
  void theStandardProfileAgain() {
    settings.adopt(standard);
  }

  @Test
  void djl3_aPasswordHasThreeKindsOfCharacters() {
    settings.adopt(level3());

    assertThatThrownBy(() -> policy.check("copperwindowseven", null, null))
        .hasMessage("access.password-classes");
    assertThatCode(() -> policy.check("Copperwindow-seven", null, null)).doesNotThrowAnyException();
    assertThatCode(() -> policy.check("窗前明月光 seven-7", null, null)).doesNotThrowAnyException();
    settings.adopt(standard);
    assertThatCode(() -> policy.check("copperwindowseven", null, null)).doesNotThrowAnyException();
  }

  @Test
  void djl3_staffChangeTheirPasswordsAfterNinetyDays() {
    settings.adopt(oneFactor());
    var worker = make.worker();
    worker.signIn();
    clock.advance(Duration.ofDays(89));
    assertThat(worker.signIn()).bodyJson().doesNotHavePath("$.owed");
    clock.advance(Duration.ofDays(1));

    assertThat(worker.signIn()).bodyJson().extractingPath("$.owed").isEqualTo("PASSWORD");
    assertRefused(worker.browser().get("/api/organisations"), 403, "access.half-in");
    assertRefused(change(worker, Newcomer.PASSWORD), 400, "access.password-used");
    assertThat(change(worker, "Brass-door-8 opens")).hasStatusOk();

    assertThat(worker.browser().get("/api/organisations")).hasStatusOk();
  }

  @Test
  void residentsKeepTheirPasswords() {
    settings.adopt(oneFactor());
    var resident = make.resident();
    clock.advance(Duration.ofDays(400));

    assertThat(resident.signIn()).bodyJson().doesNotHavePath("$.owed");
  }

  @Test
  void djl3_theLastFivePasswordsAreNotUsedAgain() {
    settings.adopt(oneFactor());
    var worker = make.worker();
    worker.signIn();
    for (var word : new String[] {"alpha", "bravo", "gamma", "delta"}) {
      assertThat(change(worker, "Brass-door-8 " + word)).hasStatusOk();
    }
    assertRefused(change(worker, Newcomer.PASSWORD), 400, "access.password-used");
    assertRefused(change(worker, "Brass-door-8 alpha"), 400, "access.password-used");

    assertThat(change(worker, "Brass-door-8 omega")).hasStatusOk();

    assertThat(change(worker, Newcomer.PASSWORD)).hasStatusOk();
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    var worker = make.worker();
    worker.signIn();
    var elsewhere = new Visitor(mvc);
    elsewhere.signIn(worker.phone(), Newcomer.PASSWORD);

    change(worker, "Brass-door-8 opens");

    assertRefused(elsewhere.get("/api/session"), 401, "signed-out");
    assertThat(worker.browser().get("/api/session")).hasStatusOk();
  }

  @Test
  void djl3_staffAccountsSleepAfterNinetyDaysAndSayItOnlyToWhoHasThePassword() {
    settings.adopt(oneFactor());
    var worker = make.worker();
    worker.signIn();
    clock.advance(Duration.ofDays(90));

    assertRefused(
        worker.browser().signIn(worker.phone(), "Not-her-password-1"), 401, "access.credentials");
    assertRefused(worker.signIn(), 403, "access.dormant");
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();
    var unlock = "/api/security/accounts/" + worker.person() + "/unlock";
    assertThat(security.browser().post(unlock, Map.of("reason", "休假回来"))).hasStatus(204);

    assertThat(worker.signIn()).hasStatusOk();
  }

  @Test
  void residentsAccountsDoNotSleep() {
    settings.adopt(oneFactor());
    var resident = make.resident();
    clock.advance(Duration.ofDays(400));

    assertThat(resident.signIn()).hasStatusOk();
  }

  @Test
  void djl3_anAdministratorHasOneSessionAndTheOlderIsTold() {
    settings.adopt(oneFactor());
    var administrator = make.administrator(Role.SYSTEM_ADMINISTRATOR);
    administrator.signIn();
    var later = new Visitor(mvc);

    later.signIn(administrator.phone(), Newcomer.PASSWORD);

    assertRefused(administrator.browser().get("/api/people"), 401, "access.superseded");
    assertThat(later.get("/api/people")).hasStatusOk();
  }

  @Test
  void othersHaveAsManySessionsAsTheyLike() {
    settings.adopt(oneFactor());
    var worker = make.worker();
    worker.signIn();

    new Visitor(mvc).signIn(worker.phone(), Newcomer.PASSWORD);

    assertThat(worker.browser().get("/api/session")).hasStatusOk();
  }

  @Test
  void djl3_administratorsWorkFromWithinTheirNetworkAlone() {
    var administrator = make.administrator(Role.SYSTEM_ADMINISTRATOR);
    var worker = make.worker();
    administrator.signIn();
    worker.signIn();

    settings.adopt(from("10.20.0.0/16, 2001:db8::/32"));

    assertRefused(administrator.browser().get("/api/people"), 403, "access.address");
    assertThat(worker.browser().get("/api/organisations")).hasStatusOk();
    settings.adopt(from("10.20.0.0/16,127.0.0.0/8"));
    assertThat(administrator.browser().get("/api/people")).hasStatusOk();
  }

  @Test
  void djl3_staffFindANoticeOfEachSignIn() {
    settings.adopt(oneFactor());
    var worker = make.worker();

    worker.signIn();

    assertThat(worker.browser().get("/api/notices"))
        .bodyJson()
        .extractingPath("$.items[0].sentence")
        .asString()
        .startsWith("您的账号刚刚登录");
  }

  @Test
  void aChangedSettingIsToldOnceAtTheNextStart() {
    var district = make.district().root();
    settings.adopt(level3());

    Actor.SYSTEM.run(() -> watch.look(settings));
    Actor.SYSTEM.run(() -> watch.look(settings));

    assertThat(timelines.of(new Subject("organisation", district)))
        .filteredOn(entry -> told(entry.id()))
        .hasSize(7);
  }

  @Test
  void oneSettingDepartsFromTheProfile() {
    settings.adopt(
        new SecurityProperties(
            SecurityProfile.LEVEL3, 2, 0, null, null, false, null, "police-officer", null));

    assertThat(settings.amount(SecuritySetting.PASSWORD_CLASSES)).isEqualTo(2);
    assertThat(settings.isOn(SecuritySetting.PASSWORD_DAYS)).isFalse();
    assertThat(settings.isOn(SecuritySetting.SINGLE_SESSION)).isFalse();
    assertThat(settings.amount(SecuritySetting.DORMANT_DAYS)).isEqualTo(90);
    assertThat(settings.needsSecondFactor(Role.POLICE_OFFICER)).isTrue();
    assertThat(settings.needsSecondFactor(Role.AUDIT_ADMINISTRATOR)).isFalse();
    assertThatThrownBy(() -> settings.adopt(from("not-an-address")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean told(UUID entry) {
    return jdbc.sql("select fact = 'security-setting-changed' from journal_entry where id = ?")
        .param(entry)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private static MvcTestResult change(Newcomer who, String password) {
    return who.browser().put("/api/me/security/password", Map.of("password", password));
  }
}
