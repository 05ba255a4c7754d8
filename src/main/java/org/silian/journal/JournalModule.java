package org.silian.journal;

import org.silian.permission.PermissionSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealProperties.class)
class JournalModule {

  @Bean
  PermissionSet journalPermissions() {
    return PermissionSet.of(JournalPermission.class);
  }
}
