package org.silian.territory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The divisions of the district. */
@Component
public class Divisions {

  /** Imports the shipped codes of a district once; all its visible divisions, parents first. */
  public List<Division> load(String district) {
    throw new UnsupportedOperationException(district);
  }

  /** A visible division. */
  public Optional<Division> find(String code) {
    throw new UnsupportedOperationException(code);
  }

  /** Schematic kilometres from a division to all of its level and kind, by code. */
  public Map<String, Double> schematicKilometresFrom(String code) {
    throw new UnsupportedOperationException(code);
  }
}
