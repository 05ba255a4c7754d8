package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
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
  void kilometresAreBetweenThePlacesOnTheSchematicPlan() {
    divisions.load("450107");

    var kilometres = divisions.schematicKilometresFrom("450107001009");
    assertThat(kilometres).hasSize(157).containsEntry("450107001009", 0.0);
    assertThat(kilometres.values()).allMatch(km -> km * 10 == Math.rint(km * 10) && km < 80);
    assertThat(divisions.schematicKilometresFrom("450107105217").get("450107001009"))
        .isEqualTo(kilometres.get("450107105217"));
  }

  @Test
  void fromWhatIsNoCommunityThereAreNoKilometres() {
    divisions.load("450107");

    assertThat(divisions.schematicKilometresFrom("450107001")).isEmpty();
    assertThat(divisions.schematicKilometresFrom("450107454498")).isEmpty();
  }
}
