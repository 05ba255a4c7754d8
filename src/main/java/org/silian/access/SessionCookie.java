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

  /** Under TLS the browser refuses one of this name from any other host, or without TLS. */
  private static final String SECURE_NAME = "__Host-" + NAME;

  private SessionCookie() {}

  static Optional<Token> read(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name(request));
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

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? SECURE_NAME : NAME;
  }

  private static void set(
      String value, Duration kept, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(request), value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(kept)
            .build()
            .toString());
  }
}
