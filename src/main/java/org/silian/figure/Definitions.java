package org.silian.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/** All figures that any module declares. */
@Component
class Definitions {

  private final Map<String, FigureDefinition> byId = new LinkedHashMap<>();
  private final Map<String, List<FigureDefinition>> bySet = new LinkedHashMap<>();

  Definitions(List<FigureSet> sets) {
    for (var set : sets) {
      bySet.computeIfAbsent(set.name(), name -> new ArrayList<>()).addAll(set.definitions());
      for (var definition : set.definitions()) {
        if (byId.put(definition.id(), definition) != null) {
          throw new IllegalStateException("Two figures are called " + definition.id());
        }
      }
    }
  }

  Optional<FigureDefinition> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  FigureDefinition get(String id) {
    return find(id).orElseThrow(() -> Refusal.notFound("figure.unknown").with("id", id));
  }

  List<FigureDefinition> all() {
    return List.copyOf(byId.values());
  }

  /** The figures of a module. */
  List<FigureDefinition> set(String name) {
    var set = bySet.get(name);
    if (set == null) {
      throw Refusal.notFound("figure.unknown-set");
    }
    return set;
  }
}
