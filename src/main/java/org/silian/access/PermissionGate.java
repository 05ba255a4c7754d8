package org.silian.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.silian.journal.Actor;
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
 * An endpoint that says nothing is closed to everybody.
 */
@Component
class PermissionGate implements HandlerInterceptor {

  private final Permissions permissions;

  PermissionGate(Permissions permissions) {
    this.permissions = permissions;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint && !isErrorPage(request)) {
      pass(endpoint);
    }
    return true;
  }

  /** The container's own page for what went wrong before any endpoint was found. */
  private static boolean isErrorPage(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  private void pass(HandlerMethod endpoint) {
    if (endpoint.hasMethodAnnotation(Open.class) || isDocument(endpoint)) {
      return;
    }
    var role = roleOrRefuse();
    if (endpoint.hasMethodAnnotation(SignedIn.class)) {
      return;
    }
    var requires = endpoint.getMethodAnnotation(Requires.class);
    if (requires == null || !permissions.allows(role, requires.value())) {
      throw Refusal.forbidden("forbidden");
    }
  }

  /** The OpenAPI document, which is only there where the configuration has switched it on. */
  private static boolean isDocument(HandlerMethod endpoint) {
    return endpoint.getBeanType().getPackageName().startsWith("org.springdoc.");
  }

  private static Role roleOrRefuse() {
    var role = Actor.current().role();
    if (role == null) {
      throw Refusal.signedOut("signed-out");
    }
    return role;
  }
}
