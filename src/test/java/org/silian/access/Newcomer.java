package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody with an account and a browser, for the tests of how people come in. */
record Newcomer(UUID person, String phone, Visitor browser) {

  static final String PASSWORD = "Copper-window-7";

  /** Makes them. */
  @Component
  @Profile("test")
  record Maker(
      TestDistrict district,
      PersonManagement persons,
      AccountManagement accounts,
      MockMvcTester mvc,
      TestClock clock) {

    Newcomer resident() {
      var community = district.community("秀灵南社区");
      var person = district.person();
      Actor.SYSTEM.run(() -> accounts.open(person, PASSWORD, Role.RESIDENT, community));
      return new Newcomer(person, persons.phone(person), new Visitor(mvc));
    }

    Newcomer worker() {
      return appointed(Role.COMMUNITY_WORKER, district.community("秀灵南社区"));
    }

    Newcomer administrator(Role role) {
      return appointed(role, district.root());
    }

    private Newcomer appointed(Role role, UUID organisation) {
      var person = district.person();
      district.appointed(person, role, organisation);
      Actor.SYSTEM.run(() -> accounts.open(person, PASSWORD, null, null));
      return new Newcomer(person, persons.phone(person), new Visitor(mvc));
    }

    /** The code that her authenticator app shows, some steps from now. */
    String code(String secret, int steps) {
      return Totp.of(secret).code(Totp.step(clock.instant()) + steps);
    }

    /** With an authenticator app, signed in with both factors. */
    Enrolled enrol(Newcomer who) {
      var begun = who.browser().post("/api/me/security/totp", null);
      assertThat(begun).hasStatusOk();
      String secret = text(begun, "$.secret");
      var done =
          who.browser()
              .post("/api/me/security/totp/confirmation", Map.of("code", code(secret, -1)));
      assertThat(done).hasStatusOk();
      return new Enrolled(secret, read(done, "$.recoveryCodes"));
    }
  }

  record Enrolled(String secret, List<String> recoveryCodes) {}

  MvcTestResult signIn() {
    return browser.signIn(phone, PASSWORD);
  }

  MvcTestResult secondFactor(String code) {
    return browser.post("/api/session/second-factor", Map.of("code", code));
  }

  static String text(MvcTestResult result, String path) {
    return read(result, path);
  }

  static <T> T read(MvcTestResult result, String path) {
    try {
      return JsonPath.read(result.getResponse().getContentAsString(), path);
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
