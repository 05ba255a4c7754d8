package org.silian.wording;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WordingModule {

  @Bean
  PermissionSet wordingPermissions() {
    return PermissionSet.of(WordingPermission.class);
  }
}
