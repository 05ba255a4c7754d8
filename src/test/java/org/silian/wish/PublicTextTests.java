package org.silian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

/** What the wall never tells. */
class PublicTextTests {

  @ParameterizedTest
  @CsvSource({
    "phone, 请打电话13800002206联系换灯",
    "phone, 请打 138 0000 2206 联系换灯",
    "name, 社区的李奶奶希望换一盏灯",
    "name, 覃先生希望有人帮忙修纱窗",
    "address, 3栋2单元501的灯坏了想换一盏",
    "address, 秀灵路75号院的灯坏了想换",
    "address, 住在金桂花园的居民想换一盏灯",
    "alone, 一位独居的居民希望换一盏灯",
    "alone, 老人一个人住想有人陪着说说话",
    "health, 一位残疾居民希望有人代买米",
    "health, 低保户希望有一袋米和一桶油",
    "money, 希望有好心人发个红包过节用"
  })
  void refusesWhatGivesTheWisherAway(String what, String text) {
    assertThatThrownBy(() -> PublicText.of(text, false, List.of()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("wish.text." + what);
              assertThat(refusal.field()).isEqualTo("text");
            });
  }

  @Test
  void refusesTheWishersOwnName() {
    assertThatThrownBy(() -> PublicText.of("帮阿槐换一盏客厅的灯吧", false, List.of("阿槐")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("wish.text.name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"一位三年级的小朋友想要一本字典", "一位上小学的小朋友想要一本书", "一位8岁的小朋友想要一盏台灯"})
  void rPi07_refusesWhatTellsAChildsSchoolClassOrAge(String text) {
    assertThatThrownBy(() -> PublicText.of(text, true, List.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("wish.text.child"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "社区一位居民希望换一盏客厅的灯。",
        "社区一位居民想学会用手机挂号和视频通话。",
        "本社区一户家庭希望周末有人陪着练口语。",
        "我们小区的一位居民想把阳台的纱窗换一换。"
      })
  void letsPassWhatTellsOnlyTheWish(String text) {
    assertThat(PublicText.of(text, false, List.of()).text()).isEqualTo(text);
  }
}
