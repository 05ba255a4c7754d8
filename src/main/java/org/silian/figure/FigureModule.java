package org.silian.figure;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class FigureModule {

  @Bean
  PermissionSet figurePermissions() {
    return PermissionSet.of(FigurePermission.class);
  }
}
