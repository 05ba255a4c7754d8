package org.silian.access;

import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the program at its start if an endpoint names a permission that no module declares. */
@Component
class EndpointCheck implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping endpoints;
  private final Permissions permissions;

  EndpointCheck(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
      Permissions permissions) {
    this.endpoints = endpoints;
    this.permissions = permissions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    endpoints
        .getHandlerMethods()
        .forEach(
            (mapping, endpoint) -> {
              var requires = endpoint.getMethodAnnotation(Requires.class);
              if (requires != null && !permissions.knows(requires.value())) {
                throw new IllegalStateException(
                    "%s requires %s, which no module declares"
                        .formatted(mapping, requires.value()));
              }
            });
  }
}
