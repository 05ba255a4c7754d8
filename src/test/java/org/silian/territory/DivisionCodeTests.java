package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

class DivisionCodeTests {

  @Test
  void rCod01_aDistrictHasSixDigitsForProvincePrefectureAndCounty() {
    assertThat(new DivisionCode("450107").level()).isEqualTo(DivisionLevel.DISTRICT);
    assertThat(new DivisionCode("450107").parent()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4501", "45010", "050107", "450007", "450100", "45010a", "4501070", "４５０１０７"})
  void rCod01_whatIsNoCountyIsRefused(String digits) {
    refused(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "450107001,STREET",
    "450107105,TOWN",
    "450107200,TOWN",
    "450107399,TOWN",
    "450107450,SPECIAL_UNIT",
    "450107500,SPECIAL_UNIT",
    "450107001009,COMMUNITY",
    "450107001199,COMMUNITY",
    "450107001201,VILLAGE",
    "450107001399,VILLAGE"
  })
  void rCod02_theKindFollowsFromTheDigits(String digits, DivisionLevel level) {
    assertThat(new DivisionCode(digits).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "450107000",
        "450107600",
        "450107999",
        "450107001000",
        "450107001600",
        "450107001009111"
      })
  void rCod02_digitsThatStandForNothingAreRefused(String digits) {
    refused(digits);
  }

  @Test
  void rCod02_aCodeContainsItsParents() {
    assertThat(new DivisionCode("450107001009").parent()).isEqualTo("450107001");
    assertThat(new DivisionCode("450107001").parent()).isEqualTo("450107");
  }

  @Test
  void rCod03_communityNumbersFrom400AreMadeForStatistics() {
    assertThat(new DivisionCode("450107454498").isMadeForStatistics()).isTrue();
    assertThat(new DivisionCode("450107001399").isMadeForStatistics()).isFalse();
    assertThat(new DivisionCode("450107454").isMadeForStatistics()).isFalse();
  }

  private static void refused(String digits) {
    assertThatThrownBy(() -> new DivisionCode(digits))
        .isInstanceOf(Refusal.class)
        .extracting(r -> ((Refusal) r).code(), r -> ((Refusal) r).field())
        .containsExactly("territory.code", "division");
  }
}
