package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries a session's token, out of reach of scripts. */
final class SessionCookie {

  static final String NAME = "SILIAN_SESSION";

  private SessionCookie() {}

  static Optional<Token> read(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, NAME);
    return cookie == null || !Token.isWellFormed(cookie.getValue())
        ? Optional.empty()
        : Optional.of(new Token(cookie.getValue()));
  }

  /**
   * Gives the token to the browser.
   *
   * @param kept how long the browser keeps it; absent, until it is closed
   */
  static void write(
      Token token,
      @Nullable Duration kept,
      HttpServletRequest request,
      HttpServletResponse response) {
    set(token.text(), kept == null ? Duration.ofSeconds(-1) : kept, request, response);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    set("", Duration.ZERO, request, response);
  }

  private static void set(
      String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(kept)
            .build()
            .toString());
  }
}
