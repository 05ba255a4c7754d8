package org.silian.figure;

import java.util.List;
import java.util.Set;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Figures of stones, for tests alone. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TrialFigures {

  static final FigureDefinition WEIGHT = FigureDefinition.flow("T1", "item");
  static final FigureDefinition STANDING = FigureDefinition.stock("T2", "item");
  static final FigureDefinition SHARE = FigureDefinition.ratio("T3", "T1", Set.of("T4", "T1"));
  static final FigureDefinition OTHERS = FigureDefinition.flow("T4", "item");

  @Bean
  FigureSet trialFigureSet() {
    return new FigureSet("trial", List.of(WEIGHT, STANDING, SHARE, OTHERS));
  }
}
