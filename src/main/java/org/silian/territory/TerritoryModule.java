package org.silian.territory;

import java.util.List;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class TerritoryModule {

  @Bean
  FigureSet territoryFigures() {
    return new FigureSet("territory", List.of(FigureDefinition.stock("N11", "item")));
  }
}
