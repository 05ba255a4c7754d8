package org.silian.exchange;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class ExchangeModule {

  @Bean
  PermissionSet exchangePermissions() {
    return PermissionSet.of(ExchangePermission.class);
  }
}
