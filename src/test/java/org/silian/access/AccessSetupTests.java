package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silian.access.SessionTests.assertRefused;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first administrator of a district. */
@ModuleTest
class AccessSetupTests {

  @Autowired MockMvcTester mvc;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired AccessSetup setup;

  @Test
  void theLinkMakesTheFirstAdministratorOnce() {
    district.root();
    var visitor = new Visitor(mvc);
    var old = token();
    clock.advance(Duration.ofHours(1));
    assertRefused(visitor.get("/api/setup/" + old), 404, "access.setup-gone");
    var replaced = token();
    var token = token();

    assertRefused(visitor.get("/api/setup/" + replaced), 404, "access.setup-gone");
    assertThat(visitor.get("/api/setup/" + token))
        .bodyJson()
        .extractingPath("$.district")
        .isEqualTo("试验城区");
    assertRefused(setUp(visitor, token, "1234567890"), 400, "access.password-simple");
    var session = setUp(visitor, token, "copper-window-seven");
    assertThat(session).hasStatus(201);
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("SYSTEM_ADMINISTRATOR");
    assertRefused(setUp(new Visitor(mvc), token, "copper-window-seven"), 404, "access.setup-gone");
    assertThat(setup.link()).isEmpty();
  }

  private String token() {
    return setup.link().orElseThrow().replace("/console/setup/", "");
  }

  private static MvcTestResult setUp(Visitor visitor, String token, String password) {
    return visitor.post(
        "/api/setup",
        Map.of("token", token, "name", "覃管理", "phone", "13700007777", "password", password));
  }
}
