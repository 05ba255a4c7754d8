package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silian.problem.Refusal;
import org.silian.territory.ShippedDivisions.Shipped;

class ShippedDivisionsTests {

  private final List<Shipped> shipped = ShippedDivisions.of("450107");

  @Test
  void rCod03_thereAre157CommunitiesAndVillagesBesideTwoOfStatistics() {
    assertThat(shipped).hasSize(175);
    assertThat(names(d -> isCommunity(d) && !d.statisticsOnly())).hasSize(157);
    assertThat(names(d -> isCommunity(d) && d.statisticsOnly()))
        .containsExactly("那龙矿务局虚拟社区", "高新技术开发区虚拟社区");
  }

  @Test
  void rCod03_aSpecialUnitWithoutCommunitiesIsStatisticsOnly() {
    assertThat(names(d -> !isCommunity(d) && d.statisticsOnly()))
        .containsExactly("那龙矿务局", "高新技术开发区");
  }

  @Test
  void rCod02_theDigitsAgreeWithWhatTheSourceCallsEachUnit() throws IOException {
    try (var file = ShippedDivisions.class.getResourceAsStream("/territory/450107-divisions.csv")) {
      var said =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split(",", -1))
              .collect(Collectors.toMap(line -> line[0], line -> line[2]));
      assertThat(shipped)
          .filteredOn(d -> !d.code().isMadeForStatistics())
          .allSatisfy(
              d ->
                  assertThat(said.get(d.code().digits()))
                      .isEqualTo(
                          d.level() == DivisionLevel.SPECIAL_UNIT
                              ? "other"
                              : d.level().name().toLowerCase(Locale.ROOT)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COMMUNITY,秀灵南社区居委会,秀灵南社区",
    "VILLAGE,友爱村委会,友爱村",
    "VILLAGE,新村村委会,新村",
    "STREET,衡阳街道,衡阳街道"
  })
  void namesAreAsPeopleSayThem(DivisionLevel level, String official, String spoken) {
    assertThat(ShippedDivisions.spoken(level, official)).isEqualTo(spoken);
  }

  @Test
  void everyVisibleCommunityIsCalledACommunityOrAVillage() {
    assertThat(names(d -> d.level() == DivisionLevel.COMMUNITY && !d.statisticsOnly()))
        .allMatch(name -> name.endsWith("社区"));
    assertThat(names(d -> d.level() == DivisionLevel.VILLAGE)).allMatch(name -> name.endsWith("村"));
  }

  @Test
  void aDistrictThatIsNotShippedIsRefused() {
    assertThatThrownBy(() -> ShippedDivisions.of("450108"))
        .isInstanceOf(Refusal.class)
        .hasMessage("territory.not-shipped");
  }

  private List<String> names(Predicate<Shipped> which) {
    return shipped.stream().filter(which).map(Shipped::name).toList();
  }

  private static boolean isCommunity(Shipped division) {
    return division.level() == DivisionLevel.COMMUNITY || division.level() == DivisionLevel.VILLAGE;
  }
}
