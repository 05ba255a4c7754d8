package org.silian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What texts and questions are taken apart into. */
class TermsTests {

  private final Terms terms = new Terms();

  @Test
  void aTextGivesItsWordsAndItsPairsOfCharacters() {
    assertThat(terms.of(List.of("想请人维修电灯"), List.of())).contains("维修", "电灯", "修电");
  }

  @Test
  void fullWidthDigitsAndLettersAreFoundAsHalfWidth() {
    assertThat(terms.of(List.of("ＫＴＶ１２３"), List.of())).contains("ktv123");
  }

  @ParameterizedTest
  @CsvSource({
    "友爱社区, ~youaishequ",
    "友爱社区, ~shequ",
    "友爱社区, ~yasq",
    "友爱社区, ~sq",
    "绿城社区, ~lvchengshequ",
    "大学东路社区, ~dxdlsq"
  })
  void aNameGivesPinyinFromEachOfItsCharacters(String name, String sound) {
    assertThat(terms.of(List.of(), List.of(name))).contains(sound);
  }

  @Test
  void aTextGivesNoPinyin() {
    assertThat(terms.of(List.of("友爱社区"), List.of())).noneMatch(term -> term.startsWith("~"));
  }

  @Test
  void aQuestionCannotLeaveItsKindAndReach() {
    assertThat(terms.query("灯' | '#person", "wish", "1.2."))
        .endsWith("& '#wish' & '@1.2.'")
        .doesNotContain("'#person'");
  }

  @Test
  void signsAloneAskNothing() {
    assertThat(terms.query(" ？！& | : * ' \\ ", "wish", "1.")).isEmpty();
  }

  @Test
  void aPlaceIsMarkedWithEveryPlaceAboveIt() {
    assertThat(Terms.marks("wish", "1.2.a.")).containsExactly("#wish", "@1.", "@1.2.", "@1.2.a.");
  }
}
