package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.access.SessionTests.assertRefused;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.permission.Open;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.permission.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every request passes. */
@ModuleTest
class SecurityTests {

  @Autowired MockMvcTester mvc;
  @Autowired PermissionGate gate;
  @Autowired Permissions permissions;
  @Autowired TestDistrict district;

  @Test
  void everyAnswerTellsTheBrowserWhatThePageMayDo() {
    var answer = mvc.get().uri("/api/district").secure(true).exchange();

    assertThat(answer)
        .hasStatusOk()
        .hasHeader(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:;"
                + " connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none';"
                + " base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'")
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("X-Frame-Options", "DENY")
        .hasHeader("Referrer-Policy", "same-origin")
        .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    assertThat(answer).headers().containsHeader("Permissions-Policy");
  }

  @Test
  void pagesOfFilesHaveTheSameHeadersAndTheCsrfCookie() {
    var answer = mvc.get().uri("/nothing-here.html").exchange();

    assertThat(answer).headers().containsHeader("Content-Security-Policy");
    assertThat(answer.getResponse().getCookie("XSRF-TOKEN")).isNotNull();
  }

  @Test
  void anyReadingGivesTheCsrfCookieToThePage() {
    var cookie = mvc.get().uri("/api/district").exchange().getResponse().getCookie("XSRF-TOKEN");

    assertThat(cookie).isNotNull();
    assertThat(cookie.isHttpOnly()).isFalse();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
  }

  @Test
  void aChangeWithoutTheCsrfTokenIsRefused() {
    var visitor = new Visitor(mvc);
    visitor.forget("XSRF-TOKEN");

    assertRefused(visitor.signIn("13800009999", "copper-window-seven"), 403, "csrf");
  }

  @Test
  void noServletSessionIsEverMade() {
    var visitor = new Visitor(mvc);
    visitor.signIn("13800009998", "copper-window-seven");

    assertThat(visitor.get("/api/district").getRequest().getSession(false)).isNull();
    assertThat(visitor.cookie("JSESSIONID")).isNull();
  }

  @Test
  void aMadeUpCookieIsNobody() {
    var visitor = new Visitor(mvc);
    visitor.keep(new Cookie(SessionCookie.NAME, Token.fresh().text()));
    assertRefused(visitor.get("/api/session"), 401, "signed-out");

    visitor.keep(new Cookie(SessionCookie.NAME, "' or 1=1 --"));
    assertRefused(visitor.get("/api/session"), 401, "signed-out");
  }

  @Test
  void underTlsTheCookieIsOfThisHostAlone() {
    var request = new MockHttpServletRequest();
    request.setSecure(true);
    var response = new MockHttpServletResponse();

    SessionCookie.write(Token.fresh(), null, request, response);

    var cookie = response.getCookie("__Host-" + SessionCookie.NAME);
    assertThat(cookie).isNotNull();
    assertThat(cookie.getSecure()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    request.setCookies(new Cookie(SessionCookie.NAME, cookie.getValue()));
    assertThat(SessionCookie.read(request)).isEmpty();
    request.setCookies(cookie);
    assertThat(SessionCookie.read(request)).isPresent();
  }

  @Test
  void healthNeedsNoDistrict() {
    assertThat(
            mvc.get()
                .uri("/api/health")
                .with(
                    request -> {
                      request.setServerName("nowhere.test");
                      return request;
                    }))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.status")
        .isEqualTo("UP");
  }

  @Test
  void anEndpointThatSaysNothingIsClosed() {
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());

    assertThatThrownBy(() -> pass("silent")).hasMessage("signed-out");
    assertThatThrownBy(() -> administrator.run(() -> pass("silent"))).hasMessage("forbidden");
  }

  @Test
  void anEndpointAsksForThePermissionOfTheRoleInUse() {
    var administrator = district.appointed(Role.SYSTEM_ADMINISTRATOR, district.root());
    var resident = new Actor(UUID.randomUUID(), null, Role.RESIDENT, null, null);

    pass("open");
    resident.run(() -> pass("signedIn"));
    administrator.run(() -> pass("invites"));
    assertThatThrownBy(() -> resident.run(() -> pass("invites"))).hasMessage("forbidden");
    assertThatThrownBy(() -> pass("invites")).hasMessage("signed-out");
    assertThatThrownBy(() -> pass("signedIn")).hasMessage("signed-out");
  }

  @Test
  void aPermissionThatNobodyDeclaresStopsTheProgramAtItsStart() throws Exception {
    var mapping = new RequestMappingHandlerMapping();
    mapping.setApplicationContext(new StaticApplicationContext());
    mapping.afterPropertiesSet();
    mapping.registerMapping(
        RequestMappingInfo.paths("/api/x").build(),
        new Endpoints(),
        Endpoints.class.getDeclaredMethod("unknown"));

    var check = new EndpointCheck(mapping, permissions);

    assertThatThrownBy(check::afterSingletonsInstantiated)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such.permission");
  }

  @Test
  void theNoticeIsInTheLanguageAskedFor() {
    assertThat(mvc.get().uri("/api/district").header("Accept-Language", "en"))
        .bodyJson()
        .extractingPath("$.privacyNotice.text")
        .asString()
        .startsWith("Who: the community platform of 试验城区.");
    assertThat(mvc.get().uri("/api/district"))
        .bodyJson()
        .extractingPath("$")
        .asMap()
        .containsAllEntriesOf(Map.of("name", "试验城区", "demo", false));
  }

  private void pass(String method) {
    try {
      gate.preHandle(
          new MockHttpServletRequest(),
          new MockHttpServletResponse(),
          new HandlerMethod(new Endpoints(), Endpoints.class.getDeclaredMethod(method)));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Not a controller, so that no test meets it in the application. */
  @SuppressWarnings("UnusedMethod")
  static class Endpoints {

    void silent() {}

    @Open
    void open() {}

    @SignedIn
    void signedIn() {}

    @Requires("access.invite")
    void invites() {}

    @Requires("no.such.permission")
    void unknown() {}
  }
}
