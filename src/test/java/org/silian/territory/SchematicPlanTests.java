package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.silian.territory.SchematicPlan.Cell;

class SchematicPlanTests {

  private static final Shape BOUNDARY = ShippedBoundary.of("450107").orElseThrow();
  private static final List<String> CODES =
      ShippedDivisions.of("450107").stream()
          .filter(d -> !d.statisticsOnly() && d.code().digits().length() == 12)
          .map(d -> d.code().digits())
          .toList();
  private static final SchematicPlan PLAN = new SchematicPlan(BOUNDARY, CODES);

  @Test
  void theCellsOfAllCommunitiesFillTheDistrictWithoutOverlap() {
    assertThat(PLAN.cells()).hasSize(157);
    long sum = PLAN.cells().values().stream().mapToLong(c -> c.shape().squareMetres()).sum();
    var together = Shape.union(PLAN.cells().values().stream().map(Cell::shape).toList());

    assertThat(sum).isCloseTo(BOUNDARY.squareMetres(), Percentage.withPercentage(0.2));
    assertThat(together.squareMetres()).isCloseTo(sum, Percentage.withPercentage(0.01));
    assertThat(together.without(BOUNDARY).squareMetres()).isLessThan(Grids.SLIVER);
  }

  @Test
  void theCellsAreOfOneSizeAndEachHasAPlaceInside() {
    long mean = BOUNDARY.squareMetres() / 157;
    for (var cell : PLAN.cells().values()) {
      assertThat(cell.shape().squareMetres()).isCloseTo(mean, Percentage.withPercentage(2));
      assertThat(cell.shape().geometry().contains(Shape.FACTORY.createPoint(cell.point())))
          .isTrue();
    }
  }

  @Test
  void communitiesOfOneStreetLieTogether() {
    var streets =
        PLAN.cells().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.getKey().substring(0, 9),
                    Collectors.mapping(e -> e.getValue().shape(), Collectors.toList())));

    assertThat(streets).hasSize(13);
    for (var cells : streets.values()) {
      var street = Shape.union(cells);
      long largest = street.parts().stream().mapToLong(Shape::squareMetres).max().orElseThrow();
      // The boundary's own bays cut some pieces off.
      assertThat(largest).isGreaterThan(street.squareMetres() * 7 / 10);
    }
  }

  @Test
  void thePlanIsTheSameEveryTimeAndInAnyOrder() {
    var again = new SchematicPlan(BOUNDARY, CODES.reversed());

    assertThat(again.cells().keySet()).containsExactlyElementsOf(PLAN.cells().keySet());
    again
        .cells()
        .forEach(
            (code, cell) ->
                assertThat(cell.shape().text()).isEqualTo(PLAN.cells().get(code).shape().text()));
  }

  @Test
  void aDistrictWithoutABoundaryHasAPlanToo() {
    assertThat(ShippedBoundary.of("110105")).isEmpty();
    assertThat(new SchematicPlan(SchematicPlan.disc(), CODES).cells()).hasSize(157);
    assertThat(new SchematicPlan(SchematicPlan.disc(), List.of()).cells()).isEmpty();
  }
}
