package org.silian.figure;

import java.util.List;
import org.silian.permission.PermissionSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class FigureModule {

  @Bean
  PermissionSet figurePermissions() {
    return PermissionSet.of(FigurePermission.class);
  }

  /** What organisations and grids count; they stand below this module and cannot say so. */
  @Bean
  FigureSet organisationFigures() {
    return new FigureSet(
        "organisation",
        List.of(
            FigureDefinition.stock("N3", "item"),
            FigureDefinition.stock("N5", "item"),
            FigureDefinition.stock("N10", "person"),
            FigureDefinition.stock("N11", "item")));
  }
}
