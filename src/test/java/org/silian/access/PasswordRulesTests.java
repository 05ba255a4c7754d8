package org.silian.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copper-window-seven",
        "今天邕江的水位很高啊",
        "tramlijn veertien",
        "Kx7!pq2mZr",
        "我家楼下有三棵榕树",
        "fa98c2-rotary"
      })
  void takesWhatIsLongAndNobodysHabit(String password) {
    var padded = password.length() < 10 ? password + "和猫" : password;

    assertThatCode(() -> PasswordRules.check(padded, "张三", "13800001234"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Kx7!pq2mZ, length",
    "13800001234, personal",
    "hello-00001234-there, personal",
    "zhangsan-likes-tea, personal",
    "aaaaaaaaaaaa, simple",
    "ababababab, simple",
    "river7river7, simple",
    "abcdefghijkl, simple",
    "9876543210, simple",
    "qwertyuiopas, simple",
    "1qaz2wsx3edc, simple",
    "19870412199, simple",
    "password2026!, common",
    "P@ssw0rd2026, common",
    "!!Administrator, common",
    "Woaini5201314, common",
    "Shequ12345678, common"
  })
  void refusesWhatIsEasyToGuess(String password, String why) {
    assertThatThrownBy(() -> PasswordRules.check(password, "zhangsan", "13800001234"))
        .hasMessage("access.password-" + why);
  }

  @Test
  void refusesWhatNobodyCouldWantToType() {
    assertThatThrownBy(() -> PasswordRules.check("xy7-".repeat(33), null, null))
        .hasMessage("access.password-length");
  }
}
