package org.silian.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.silian.access.SecurityEvents.Kind;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.journal.Actor;
import org.silian.permission.FreshSignIn;
import org.silian.permission.Open;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to an endpoint if the endpoint's annotation and the role in use allow it.
 * An endpoint that says nothing is closed to everybody; a session that is half in gets no further
 * than the endpoints that say so.
 */
@Component
class PermissionGate implements HandlerInterceptor {

  private final Permissions permissions;
  private final Sessions sessions;
  private final SecuritySettings settings;
  private final SecurityEvents events;
  private final FreshSignIns freshSignIns;

  PermissionGate(
      Permissions permissions,
      Sessions sessions,
      SecuritySettings settings,
      SecurityEvents events,
      FreshSignIns freshSignIns) {
    this.permissions = permissions;
    this.sessions = sessions;
    this.settings = settings;
    this.events = events;
    this.freshSignIns = freshSignIns;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint && !isErrorPage(request)) {
      pass(endpoint, request);
    }
    return true;
  }

  /** The container's own page for what went wrong before any endpoint was found. */
  private static boolean isErrorPage(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  private void pass(HandlerMethod endpoint, HttpServletRequest request) {
    if (endpoint.hasMethodAnnotation(Open.class) || isDocument(endpoint)) {
      return;
    }
    var session = ActiveSession.find(request);
    if (session.isPresent() && session.get().owed() != null) {
      passHalfIn(endpoint, session.get());
    } else {
      passWhole(endpoint, request);
    }
    if (endpoint.hasMethodAnnotation(FreshSignIn.class)) {
      freshSignIns.refuseUnlessFresh(request);
    }
  }

  private static void passHalfIn(HandlerMethod endpoint, ActiveSession session) {
    var open = endpoint.getMethodAnnotation(HalfIn.class);
    if (open == null || Arrays.stream(open.value()).noneMatch(o -> o == session.owed())) {
      throw Refusal.forbidden("access.half-in");
    }
  }

  private void passWhole(HandlerMethod endpoint, HttpServletRequest request) {
    var role = roleOrRefuse(request);
    if (endpoint.hasMethodAnnotation(SignedIn.class)) {
      return;
    }
    var requires = endpoint.getMethodAnnotation(Requires.class);
    if (requires == null || !permissions.allows(role, requires.value())) {
      throw Refusal.forbidden("forbidden");
    }
    if (role.isAdministrator() && !settings.mayAdministerFrom(request.getRemoteAddr())) {
      events.note(Kind.SIGN_IN, Outcome.ADDRESS, null, Actor.current().personOrRefuse());
      throw Refusal.forbidden("access.address");
    }
  }

  /** The OpenAPI document, which is only there where the configuration has switched it on. */
  private static boolean isDocument(HandlerMethod endpoint) {
    return endpoint.getBeanType().getPackageName().startsWith("org.springdoc.");
  }

  private Role roleOrRefuse(HttpServletRequest request) {
    if (!Actor.isPresent()
        && SessionCookie.read(request).filter(sessions::isSuperseded).isPresent()) {
      throw Refusal.signedOut("access.superseded");
    }
    var role = Actor.current().role();
    if (role == null) {
      throw Refusal.signedOut("signed-out");
    }
    return role;
  }
}
