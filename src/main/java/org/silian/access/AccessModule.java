package org.silian.access;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessModule {

  @Bean
  PermissionSet accessPermissions() {
    return PermissionSet.of(AccessPermission.class);
  }
}
