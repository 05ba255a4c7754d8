package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.permission.Role;

class OrganisationTextsTests {

  private final Properties chinese = texts("organisation");
  private final Properties english = texts("organisation_en");

  @ParameterizedTest
  @EnumSource
  void everyRoleHasItsNameInBothLanguages(Role role) {
    assertThat(chinese.getProperty("role." + role)).isNotBlank();
    assertThat(english.getProperty("role." + role)).isNotBlank();
  }

  @Test
  void anOfficerIsADeputyAndNeverTheSecretary() {
    assertThat(chinese.getProperty("role.COMMUNITY_PARTY_DEPUTY_SECRETARY")).isEqualTo("社区党组织副书记");
    assertThat(chinese.getProperty("role.POLICE_OFFICER")).doesNotContain("书记");
  }

  @ParameterizedTest
  @ValueSource(strings = {"organisation", "territory"})
  void bothLanguagesSayTheSameThings(String module) {
    assertThat(texts(module).keySet()).isEqualTo(texts(module + "_en").keySet());
  }

  private static Properties texts(String name) {
    var texts = new Properties();
    try (var file =
        OrganisationTextsTests.class.getResourceAsStream("/messages/" + name + ".properties")) {
      texts.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }
}
