package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

class PersonNameTests {

  @ParameterizedTest
  @CsvSource({
    "韦素荷,韦素荷",
    "' 韦素荷 ',韦素荷",
    "买买提•艾力,买买提·艾力",
    "买买提 · 艾力,买买提·艾力",
    "Ａｎｎａ Ｌｅｅ,Anna Lee",
    "𠮷林,𠮷林",
    "阿卜杜热合曼·阿卜杜克里木·买买提艾力江,阿卜杜热合曼·阿卜杜克里木·买买提艾力江"
  })
  void namesOfTwoToTwentyCharactersAreReadAsPeopleTypeThem(String typed, String name) {
    assertThat(PersonName.parse(typed).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "韦", "·艾力", "艾力·", "艾力··江", "韦1", "韦<b>", "阿卜杜热合曼·阿卜杜克里木·买买提艾力江江江"})
  void anythingElseIsRefused(String typed) {
    assertThatThrownBy(() -> PersonName.parse(typed))
        .isInstanceOf(Refusal.class)
        .hasMessage("organisation.person-name");
  }
}
