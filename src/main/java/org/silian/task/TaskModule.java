package org.silian.task;

import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskModule {

  @Bean
  PermissionSet taskPermissions() {
    return PermissionSet.of(TaskPermission.class);
  }
}
