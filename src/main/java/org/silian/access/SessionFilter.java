package org.silian.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Does the rest of a request as whoever its cookie proves; without one, as nobody. */
class SessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Files and the health check belong to no district, and to nobody. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !path.startsWith("/api/") || path.equals("/api/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = SessionCookie.read(request).flatMap(sessions::find);
    if (session.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    session.get().attachTo(request);
    if (session.get().owed() != null) {
      // Nobody acts yet: what does not know of sessions that are half in finds nobody signed in.
      chain.doFilter(request, response);
      return;
    }
    try {
      session.get().actor().call(() -> pass(request, response, chain));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws Exception {
    chain.doFilter(request, response);
    return done();
  }

  @SuppressWarnings("NullAway") // the only value of Void
  private static Void done() {
    return null;
  }
}
