package org.silian.wish;

import java.util.Arrays;
import org.silian.journal.FigureSet;
import org.silian.permission.PermissionSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WishRules.class)
class WishModule {

  @Bean
  PermissionSet wishPermissions() {
    return PermissionSet.of(WishPermission.class);
  }

  @Bean
  FigureSet wishFigures() {
    return new FigureSet(
        "wish", Arrays.stream(WishFigure.values()).map(WishFigure::definition).toList());
  }
}
