package org.silian.territory;

import java.util.List;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.silian.permission.PermissionSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MapProperties.class)
class TerritoryModule {

  @Bean
  PermissionSet territoryPermissions() {
    return PermissionSet.of(TerritoryPermission.class);
  }

  @Bean
  FigureSet territoryFigures() {
    return new FigureSet("territory", List.of(FigureDefinition.stock("N11", "item")));
  }
}
