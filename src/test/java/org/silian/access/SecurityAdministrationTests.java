package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.access.Newcomer.read;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The three administrators: what each does, what none does, and the record of it. */
@ModuleTest
class SecurityAdministrationTests {

  private static final LocalDate TODAY = District.day(TestClock.START);

  /**
   * All that each may do. Business is not among it. The system administrator sees persons and
   * organisations because whom she invites and appoints, and to where, she must find.
   */
  private static final Map<Role, List<String>> ALLOWED =
      Map.of(
          Role.SYSTEM_ADMINISTRATOR,
          List.of(
              "access.invite",
              "access.settings",
              "exchange.import",
              "organisation.*",
              "person.*",
              "privacy.answer",
              "privacy.erase",
              "privacy.keeping",
              "role.view",
              "territory.*",
              "wording.edit"),
          Role.SECURITY_ADMINISTRATOR,
          List.of(
              "access.guard", "access.settings", "grant.approve", "privacy.keeping", "role.view"),
          Role.AUDIT_ADMINISTRATOR,
          List.of(
              "access.audit",
              "access.settings",
              "city.view",
              "journal.seals",
              "privacy.audit",
              "privacy.keeping",
              "role.view"));

  @Autowired Newcomer.Maker make;
  @Autowired AppointmentManagement appointments;
  @Autowired Permissions permissions;
  @Autowired Timelines timelines;
  @Autowired WayBack wayBack;
  @Autowired AccessSweep sweep;
  @Autowired TestClock clock;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;

  @Test
  void djl3_administratorsDoNoBusinessAndShareNoPermissionToChangeAnything() {
    ALLOWED.forEach(
        (role, allowed) ->
            assertThat(permissions.of(role))
                .as("%s", role)
                .allMatch(
                    permission ->
                        allowed.contains(permission)
                            || allowed.contains(permission.replaceAll("\\..*", ".*"))));
    assertThat(permissions.roles("access.audit")).containsOnly(Role.AUDIT_ADMINISTRATOR);
    assertThat(permissions.roles("access.guard")).containsOnly(Role.SECURITY_ADMINISTRATOR);
  }

  @Test
  void djl3_nobodyIsTwoAdministratorsAtAnyTimeToCome() {
    var person = make.district().person();
    appoint(person, Role.SYSTEM_ADMINISTRATOR, TODAY.plusDays(10), TODAY.plusDays(20));

    for (var other : List.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)) {
      assertThatThrownBy(() -> appoint(person, other, TODAY, null))
          .hasMessage("organisation.administrators-apart");
      assertThatThrownBy(() -> appoint(person, other, TODAY.plusDays(20), TODAY.plusDays(30)))
          .hasMessage("organisation.administrators-apart");
      assertThatThrownBy(() -> appoint(person, other, TODAY.minusDays(5), TODAY.plusDays(10)))
          .hasMessage("organisation.administrators-apart");
    }
    appoint(person, Role.AUDIT_ADMINISTRATOR, TODAY, TODAY.plusDays(9));
    appoint(person, Role.SECURITY_ADMINISTRATOR, TODAY.plusDays(21), null);
  }

  private void appoint(UUID person, Role role, LocalDate from, LocalDate to) {
    Actor.SYSTEM.run(
        () ->
            appointments.appoint(
                new Appointing(person, role, make.district().root(), from, to, null, null)));
  }

  @Test
  void theSecurityAdministratorTakesLostFactorsAwayAndThePersonIsTold() {
    var worker = make.worker();
    worker.signIn();
    make.enrol(worker);
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();
    var reset = "/api/security/accounts/" + worker.person() + "/second-factor-reset";

    assertThat(security.browser().post(reset, Map.of("reason", ""))).hasStatus(400);
    assertThat(security.browser().post(reset, Map.of("reason", "手机丢了，已当面核实"))).hasStatus(204);

    assertRefused(worker.browser().get("/api/session"), 401, "signed-out");
    assertThat(worker.signIn()).bodyJson().doesNotHavePath("$.owed");
    assertThat(worker.browser().get("/api/notices"))
        .bodyJson()
        .extractingPath("$.items[0].sentence")
        .asString()
        .startsWith("安全管理员重置了您的第二重验证");
    assertThat(timelines.of(new Subject("person", worker.person())))
        .filteredOn(entry -> entry.words() != null)
        .singleElement()
        .extracting(Timelines.TimelineEntry::words)
        .isEqualTo("手机丢了，已当面核实");
  }

  @Test
  void nobodyGuardsHerOwnAccount() {
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();

    assertRefused(
        security
            .browser()
            .post(
                "/api/security/accounts/" + security.person() + "/second-factor-reset",
                Map.of("reason", "我自己")),
        422,
        "access.own-account");
  }

  @Test
  void theSecurityAdministratorUnlocksWhatWrongPasswordsHaveLocked() {
    var worker = make.worker();
    for (int i = 0; i < 5; i++) {
      worker.browser().signIn(worker.phone(), "Not-her-password-1");
    }
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();
    var found = security.browser().get("/api/security/accounts?q=" + worker.phone());
    assertThat(found).bodyJson().extractingPath("$.items[0].locked").isEqualTo(true);

    security
        .browser()
        .post("/api/security/accounts/" + worker.person() + "/unlock", Map.of("reason", "本人来电"));

    assertThat(worker.signIn()).hasStatusOk();
  }

  @Test
  void residentsAreFoundByTheirWholeNumberAlone() {
    var resident = make.resident();
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();

    var all = security.browser().get("/api/security/accounts?size=100");
    var one = security.browser().get("/api/security/accounts?q=" + resident.phone());

    assertThat(Newcomer.<List<String>>read(all, "$.items[*].person"))
        .doesNotContain(resident.person().toString())
        .contains(security.person().toString());
    assertThat(Newcomer.<List<String>>read(one, "$.items[*].person"))
        .containsExactly(resident.person().toString());
    assertThat(one).bodyText().doesNotContain(resident.phone());
  }

  @Test
  void theSecurityAdministratorSeesWhoAdministers() {
    var audit = make.administrator(Role.AUDIT_ADMINISTRATOR);
    var security = make.administrator(Role.SECURITY_ADMINISTRATOR);
    security.signIn();

    var seen = security.browser().get("/api/security/administrators");

    assertThat(Newcomer.<List<String>>read(seen, "$[*].person"))
        .contains(audit.person().toString(), security.person().toString());
  }

  @Test
  void theAuditAdministratorReadsWhoCameInAndWhoFailedWithoutAnyNumber() {
    var worker = make.worker();
    worker.signIn();
    worker.browser().signIn(worker.phone(), "Not-her-password-1");
    worker.browser().signIn("13912340000", "Not-her-password-1");
    worker.browser().signIn("13912340000", "Not-her-password-1");
    worker.browser().signIn("13912340001", "Not-her-password-1");
    var audit = make.administrator(Role.AUDIT_ADMINISTRATOR);
    audit.signIn();

    var failed = audit.browser().get("/api/security/events?failed=true&kind=SIGN_IN");

    List<Map<String, Object>> lines = read(failed, "$.items");
    var buckets = lines.stream().map(line -> line.get("bucket")).toList();
    assertThat(buckets.get(0)).isNotNull().isNotEqualTo(buckets.get(1));
    assertThat(buckets.get(1)).isEqualTo(buckets.get(2));
    assertThat(lines.get(3)).containsKey("person").doesNotContainKey("bucket");
    assertThat(failed).bodyText().doesNotContain("139123").doesNotContain(worker.phone());
    assertThat(audit.browser().get("/api/security/events?outcome=DONE&size=1"))
        .bodyJson()
        .extractingPath("$.items[0].way")
        .isEqualTo("PASSWORD");
  }

  @Test
  void theRecordTellsOfPostsAndFactorsAndNeverOfMembership() {
    var worker = make.worker();
    worker.signIn();
    make.enrol(worker);
    var audit = make.administrator(Role.AUDIT_ADMINISTRATOR);
    audit.signIn();

    var posts = audit.browser().get("/api/security/events?kind=APPOINTED");
    var factors = audit.browser().get("/api/security/events?kind=FACTOR_ADDED");

    assertThat(posts).bodyText().contains("社区工作者").doesNotContain("党员");
    assertThat(Newcomer.<List<String>>read(factors, "$.items[*].detail"))
        .contains("TOTP", "RECOVERY_CODES");
  }

  @Test
  void theRecordGoesOnPageByPage() {
    var worker = make.worker();
    for (int i = 0; i < 3; i++) {
      worker.signIn();
      clock.advance(Duration.ofSeconds(1));
    }
    var audit = make.administrator(Role.AUDIT_ADMINISTRATOR);
    audit.signIn();

    var seen = new HashMap<String, Integer>();
    String next = "";
    while (next != null) {
      var page = audit.browser().get("/api/security/events?size=2&after=" + next);
      Newcomer.<List<String>>read(page, "$.items[*].id")
          .forEach(id -> seen.merge(id, 1, Integer::sum));
      next =
          Newcomer.<Map<String, String>>read(page, "$").get("next") == null
              ? null
              : read(page, "$.next");
    }

    assertThat(seen.values()).containsOnly(1);
    assertThat(seen).hasSize(count());
  }

  @Test
  void rWa06_theRecordIsKeptForAYearAndNobodyRewritesIt() {
    make.worker().signIn();
    assertThat(count()).isPositive();

    assertThatThrownBy(() -> jdbc.sql("update access_event set outcome = 'DONE'").update())
        .isInstanceOf(DataAccessException.class);
    clock.advance(Duration.ofDays(365));
    sweep.forget(clock.instant());
    assertThat(count()).isPositive();
    clock.advance(Duration.ofDays(2));
    sweep.forget(clock.instant());
    assertThat(count()).isZero();
  }

  @Test
  void theOperatorLetsAnAdministratorBackInWhoHasLostHerFactor() {
    var administrator = make.administrator(Role.SYSTEM_ADMINISTRATOR);
    administrator.signIn();
    make.enrol(administrator);
    var worker = make.worker();
    var token = District.current().call(wayBack::link).replace("/console/way-back/", "");
    var browser = new Visitor(mvc);
    assertThat(browser.get("/api/setup/way-back/" + token)).hasStatusOk();

    assertRefused(take(browser, token, worker.phone()), 422, "access.way-back-person");
    var session = take(browser, token, administrator.phone());

    assertThat(session).hasStatus(201);
    assertThat(session).bodyJson().doesNotHavePath("$.owed");
    assertRefused(administrator.browser().get("/api/session"), 401, "signed-out");
    assertRefused(take(browser, token, administrator.phone()), 404, "access.way-back-gone");
    assertRefused(
        browser.get("/api/setup/way-back/" + Token.fresh().text()), 404, "access.way-back-gone");
  }

  @Test
  void theWayBackIsGoodForAnHour() {
    make.district().root();
    var token = wayBack.link().replace("/console/way-back/", "");

    clock.advance(Duration.ofHours(1));

    assertRefused(
        new Visitor(mvc).get("/api/setup/way-back/" + token), 404, "access.way-back-gone");
  }

  @Test
  void theSettingsAreShownToAdministratorsAlone() {
    var audit = make.administrator(Role.AUDIT_ADMINISTRATOR);
    audit.signIn();
    var worker = make.worker();
    worker.signIn();

    assertThat(audit.browser().get("/api/security/settings"))
        .bodyJson()
        .extractingPath("$.profile")
        .isEqualTo("STANDARD");
    assertRefused(worker.browser().get("/api/security/settings"), 403, "forbidden");
  }

  private static MvcTestResult take(Visitor browser, String token, String phone) {
    return browser.post(
        "/api/setup/way-back",
        Map.of("token", token, "phone", phone, "password", "Brass-door-8 opens"));
  }

  private int count() {
    return jdbc.sql("select count(*) from access_event").query((row, n) -> row.getInt(1)).single();
  }
}
