package org.silian.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invents people: no two of the same name, every phone number made up in sequence. */
class DemoNames {

  private final Random random;
  private final List<String> surnames = new ArrayList<>();
  private final List<String> given = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int phones;

  DemoNames(Random random) {
    this.random = random;
    for (var row : DemoContent.rows("names.csv")) {
      var names = row.get("kind").equals("surname") ? surnames : given;
      for (int i = 0; i < Integer.parseInt(row.get("weight")); i++) {
        names.add(row.get("text"));
      }
    }
  }

  String name() {
    String name;
    do {
      name = pick(surnames) + pick(given);
    } while (!taken.add(name));
    return name;
  }

  /** Eleven digits that pass for a mobile number and belong to nobody in the demo but one. */
  String phone() {
    return "1990000%04d".formatted(++phones);
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
