package org.silian.organisation;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class OrganisationModule {

  @Bean
  PermissionSet organisationPermissions() {
    return PermissionSet.of(OrganisationPermission.class);
  }
}
