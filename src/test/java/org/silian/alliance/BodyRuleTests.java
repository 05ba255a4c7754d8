package org.silian.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silian.problem.Refusal;

class BodyRuleTests {

  @ParameterizedTest
  @CsvSource({"0,1,0", "1,1,1", "4,3,3", "5,3,4", "6,4,4", "7,4,5"})
  void aQuorumIsMoreThanHalfOrTwoThirdsOfThoseSeated(int voting, int half, int thirds) {
    assertThat(rule(Quorum.MORE_THAN_HALF, null).needed(voting)).isEqualTo(half);
    assertThat(rule(Quorum.TWO_THIRDS, null).needed(voting)).isEqualTo(thirds);
    assertThat(rule(Quorum.FIXED, 3).needed(voting)).isEqualTo(3);
  }

  @Test
  void aFixedQuorumNamesItsNumberAndNoOtherDoes() {
    assertThatThrownBy(() -> rule(Quorum.FIXED, null)).satisfies(refused("alliance.quorum"));
    assertThatThrownBy(() -> rule(Quorum.FIXED, 0)).satisfies(refused("alliance.quorum"));
    assertThatThrownBy(() -> rule(Quorum.TWO_THIRDS, 3)).satisfies(refused("alliance.quorum"));
  }

  @Test
  void aTermEndsOnTheEveOfItsAnniversary() {
    var rule = new BodyRule(Succession.ASKS, Quorum.MORE_THAN_HALF, null, 3);

    assertThat(rule.lastDay(LocalDate.of(2024, 2, 29))).isEqualTo("2027-02-27");
    assertThat(rule(Quorum.MORE_THAN_HALF, null).lastDay(LocalDate.of(2024, 1, 1))).isNull();
    assertThatThrownBy(() -> new BodyRule(Succession.ASKS, Quorum.TWO_THIRDS, null, 11))
        .satisfies(refused("alliance.term-years"));
  }

  private static BodyRule rule(Quorum quorum, Integer count) {
    return new BodyRule(Succession.FOLLOWS, quorum, count, null);
  }

  static Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
