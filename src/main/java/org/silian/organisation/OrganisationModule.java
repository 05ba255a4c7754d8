package org.silian.organisation;

import java.util.List;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
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

  @Bean
  FigureSet organisationFigures() {
    return new FigureSet(
        "organisation",
        List.of(
            FigureDefinition.stock("N3", "item"),
            FigureDefinition.stock("N5", "item"),
            FigureDefinition.stock("N10", "person")));
  }
}
