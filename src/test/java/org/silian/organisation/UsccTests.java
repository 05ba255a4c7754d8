package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

class UsccTests {

  @Test
  void rCod05_aCodeWithItsCheckCharacterPasses() {
    assertThat(Uscc.parse("91350100M000100Y43").code()).isEqualTo("91350100M000100Y43");
  }

  @Test
  void rCod05_aCodeIsReadAsPeopleTypeIt() {
    assertThat(Uscc.parse(" ９１３５０１００ m000100y43 ").code()).isEqualTo("91350100M000100Y43");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100M000100Y44",
        "19350100M000100Y43",
        "91350100I000100Y43",
        "91350100M000100YO3",
        "91350100M00010·Y43"
      })
  void rCod05_anyOtherIsRefusedAtItsField(String code) {
    assertThatThrownBy(() -> Uscc.parse(code))
        .isInstanceOf(Refusal.class)
        .extracting(r -> ((Refusal) r).code(), r -> ((Refusal) r).field())
        .containsExactly("organisation.uscc", "uscc");
  }
}
