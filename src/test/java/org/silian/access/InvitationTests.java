package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.access.SessionTests.assertRefused;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff come in by invitation, the first administrator by the set-up link. */
@ModuleTest
class InvitationTests {

  private static final String PASSWORD = "copper-window-seven";

  @Autowired MockMvcTester mvc;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired Codes codes;
  @Autowired AccountManagement accounts;
  @Autowired AccessSetup setup;
  @Autowired PersonManagement persons;
  @Autowired OpenInvitationController open;

  private UUID community;
  private String phone;
  private Visitor administrator;
  private Visitor invited;

  @BeforeEach
  void anAdministrator() {
    community = district.community("秀灵南社区");
    phone = persons.phone(district.person());
    var person = district.person();
    district.appointed(person, Role.SYSTEM_ADMINISTRATOR, district.root());
    Actor.SYSTEM.run(() -> accounts.open(person, PASSWORD, null, null));
    administrator = new Visitor(mvc);
    administrator.signIn(persons.phone(person), PASSWORD);
    invited = new Visitor(mvc);
  }

  @Test
  void whoIsInvitedChoosesAPasswordAndActsInThePost() {
    var token = token(invite());

    var invitation = invited.get("/api/invitations/" + token);
    assertThat(invitation).bodyJson().extractingPath("$.roleName").isEqualTo("社区工作者");
    var session = accept(token, Map.of("password", PASSWORD));
    assertThat(session).hasStatus(201);
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("COMMUNITY_WORKER");
    assertThat(new Visitor(mvc).signIn(phone, PASSWORD)).hasStatusOk();
  }

  @Test
  void nobodyLearnsByInvitingWhoIsAPartyMember() {
    var name = persons.name(persons.byPhone(phone).orElseThrow());
    assertRefused(invite(name, "PARTY_MEMBER", community), 400, "access.membership");
  }

  @Test
  void theSameRequestSentAgainGivesTheSameLink() {
    assertThat(token(invite())).isEqualTo(token(invite()));
  }

  @Test
  void anOpenInvitationIsListedMadeAnewAndWithdrawn() {
    var first = token(invite());
    var actor = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    var row = actor.call(() -> open.list(null, 1)).items().getFirst();
    assertThat(row.expired()).isFalse();
    assertThat(row.phone()).contains("****");

    var renewed = actor.call(() -> open.renew(row.id(), "renewal"));
    var again = actor.call(() -> open.renew(row.id(), "renewal"));
    assertThat(again.link()).isEqualTo(renewed.link());
    var second = renewed.link().substring("/console/invitation/".length());
    assertThat(second).isNotEqualTo(first);
    assertRefused(invited.get("/api/invitations/" + first), 404, "access.invitation-gone");
    assertThat(invited.get("/api/invitations/" + second)).hasStatusOk();

    clock.advance(Duration.ofDays(8));
    var expired = actor.call(() -> open.list(null, 1)).items().getFirst();
    assertThat(expired.expired()).isTrue();
    actor.run(() -> open.withdraw(expired.id()));
    assertThat(actor.call(() -> open.list(null, 100)).items())
        .extracting(OpenInvitationController.OpenInvitationRow::id)
        .doesNotContain(row.id(), expired.id());
    assertThatThrownBy(() -> actor.run(() -> open.withdraw(expired.id())))
        .hasMessage("access.invitation-gone");
  }

  @Test
  void withoutAShortMessageServiceALinkIsHandedOver() {
    var made = invite();
    assertThat(made).bodyJson().extractingPath("$.sendable").isEqualTo(false);
    var id = read(made, "$.id");

    assertRefused(
        administrator.post("/api/invitations/" + id + "/message", null), 422, "access.no-messages");
  }

  @Test
  void aLinkIsGoodForOneUse() {
    var token = token(invite());
    accept(token, Map.of("password", PASSWORD));

    assertRefused(accept(token, Map.of("password", PASSWORD)), 404, "access.invitation-gone");
    assertRefused(invited.get("/api/invitations/" + token), 404, "access.invitation-gone");
  }

  @Test
  void aLinkIsGoodForSevenDays() {
    var token = token(invite());

    clock.advance(Duration.ofDays(7));

    assertRefused(invited.get("/api/invitations/" + token), 404, "access.invitation-gone");
  }

  @Test
  void aLinkDoesNotOpenAnAccountThatIsThereAlready() {
    var person = persons.byPhone(phone).orElseThrow();
    Actor.SYSTEM.run(() -> accounts.open(person, null, Role.RESIDENT, community));
    var token = token(invite());

    assertRefused(accept(token, Map.of("password", PASSWORD)), 409, "access.has-account");
    var code = codes.issue(new PhoneNumber(phone), CodePurpose.SIGN_IN);
    assertThat(accept(token, Map.of("password", PASSWORD, "phoneCode", code))).hasStatus(201);
  }

  @Test
  void anotherNameForAKnownPhoneIsRefused() {
    assertRefused(invite("别的人"), 409, "access.phone-of-another");
  }

  @Test
  void oneWhoHoldsNoAdministratorsPostInvitesNobody() {
    var token = token(invite());
    accept(token, Map.of("password", PASSWORD));
    administrator = invited;

    assertRefused(invite("某某某"), 403, "forbidden");
  }

  @Test
  void aDistrictWithAnAdministratorHasNoSetUpLink() {
    assertThat(setup.link()).isEmpty();
    assertRefused(invited.get("/api/setup/" + Token.fresh().text()), 404, "access.setup-gone");
  }

  private MvcTestResult invite() {
    return invite(persons.name(persons.byPhone(phone).orElseThrow()));
  }

  private MvcTestResult invite(String name) {
    return invite(name, "COMMUNITY_WORKER", community);
  }

  private MvcTestResult invite(String name, String role, UUID organisation) {
    return administrator.post(
        "/api/invitations",
        Map.of(
            "name",
            name,
            "phone",
            phone,
            "role",
            role,
            "organisation",
            organisation,
            "from",
            "2026-11-01"));
  }

  private MvcTestResult accept(String token, Map<String, String> body) {
    return invited.post("/api/invitations/" + token + "/acceptance", body);
  }

  private static String token(MvcTestResult invited) {
    return read(invited, "$.link").replace("/console/invitation/", "");
  }

  private static String read(MvcTestResult invited, String path) {
    assertThat(invited).hasStatus(201);
    try {
      return JsonPath.read(invited.getResponse().getContentAsString(), path);
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
