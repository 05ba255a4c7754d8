package org.silian.privacy;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class PrivacyModule {

  @Bean
  PermissionSet privacyPermissions() {
    return PermissionSet.of(PrivacyPermission.class);
  }
}
