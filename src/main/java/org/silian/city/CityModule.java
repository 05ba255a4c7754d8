package org.silian.city;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class CityModule {

  @Bean
  PermissionSet cityPermissions() {
    return PermissionSet.of(CityPermission.class);
  }
}
