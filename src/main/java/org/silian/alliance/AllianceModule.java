package org.silian.alliance;

import java.util.List;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class AllianceModule {

  @Bean
  PermissionSet alliancePermissions() {
    return PermissionSet.of(AlliancePermission.class);
  }

  @Bean
  FigureSet allianceFigures() {
    return new FigureSet(
        "alliance",
        List.of(FigureDefinition.stock("N6", "person"), FigureDefinition.stock("N7", "person")));
  }
}
