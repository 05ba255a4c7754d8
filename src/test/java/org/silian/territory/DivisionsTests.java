package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class DivisionsTests {

  @Autowired Divisions divisions;

  @Test
  void theDivisionsOfADistrictAreImportedOnceAndGivenOutParentsFirst() {
    var first = divisions.load("450107");
    var second = divisions.load("450107");

    assertThat(second).isEqualTo(first).hasSize(1 + 13 + 157);
    assertThat(first.getFirst())
        .isEqualTo(new Division("450107", null, DivisionLevel.DISTRICT, "西乡塘区"));
    assertThat(first.stream().map(Division::code).toList())
        .isSortedAccordingTo(
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
  }

  @Test
  void rCod03_whatExistsOnlyInStatisticsIsNotFound() {
    divisions.load("450107");

    assertThat(divisions.find("450107001009")).map(Division::name).contains("秀灵南社区");
    assertThat(divisions.find("450107454498")).isEmpty();
    assertThat(divisions.find("450107454")).isEmpty();
  }

  @Test
  void onTheSchematicPlanTheNearestCommunityIsOneOfTheSameStreet() {
    var streets =
        divisions.load("450107").stream()
            .filter(d -> d.code().length() == 12)
            .collect(Collectors.toMap(Division::code, d -> String.valueOf(d.parent())));

    for (var code : streets.keySet()) {
      var kilometres = divisions.schematicKilometresFrom(code);
      assertThat(kilometres).hasSize(157).containsEntry(code, 0.0);
      var nearest =
          kilometres.entrySet().stream()
              .filter(e -> !e.getKey().equals(code))
              .min(Map.Entry.comparingByValue())
              .orElseThrow();
      assertThat(streets.get(nearest.getKey())).isEqualTo(streets.get(code));
      assertThat(nearest.getValue() * 10).isEqualTo(Math.rint(nearest.getValue() * 10));
    }
  }

  @Test
  void fromWhatIsNoCommunityThereAreNoKilometres() {
    divisions.load("450107");

    assertThat(divisions.schematicKilometresFrom("450107001")).isEmpty();
    assertThat(divisions.schematicKilometresFrom("450107454498")).isEmpty();
  }
}
