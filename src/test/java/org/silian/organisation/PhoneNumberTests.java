package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

class PhoneNumberTests {

  @ParameterizedTest
  @CsvSource({
    "13800001234,13800001234",
    "１３８００００１２３４,13800001234",
    "138 0000 1234,13800001234",
    "138-0000-1234,13800001234",
    "+86 138 0000 1234,13800001234",
    "＋８６１３８００００１２３４,13800001234",
    "0771-3211234,07713211234",
    "(0771) 321 1234,07713211234",
    "（０７７１）３２１１２３４,07713211234",
    "010-62345678,01062345678"
  })
  void rCod06_mobilesAndLandlinesAreReadInAnyUsualForm(String typed, String digits) {
    assertThat(PhoneNumber.parse(typed).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12800001234",
        "1380000123",
        "138000012345",
        "3211234",
        "00771321123",
        "07711211234",
        "1380000123a",
        "一三八"
      })
  void rCod06_anythingElseIsRefusedAtItsField(String typed) {
    assertThat(PhoneNumber.isPhone(typed)).isFalse();
    assertThatThrownBy(() -> PhoneNumber.parse(typed))
        .isInstanceOf(Refusal.class)
        .extracting(r -> ((Refusal) r).code(), r -> ((Refusal) r).field())
        .containsExactly("organisation.phone", "phone");
  }

  @Test
  void rCod06_aMobileIsMaskedInTheMiddle() {
    assertThat(PersonManagement.maskPhone("13800001234")).isEqualTo("138****1234");
    assertThat(PersonManagement.maskPhone("0771-3211234")).isEqualTo("0771****34");
  }

  @Test
  void rCod08_ofANameOnlyTheFirstCharacterIsShown() {
    assertThat(PersonManagement.maskName("张三")).isEqualTo("张*");
    assertThat(PersonManagement.maskName("𠮷野家")).isEqualTo("𠮷*");
  }
}
