package org.silian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTests {

  @ParameterizedTest
  @ValueSource(strings = {"false", "no-such-command"})
  void rootWhoCannotGiveUpItsRightsIsToldHowToGoOn(String unshare) {
    var root = new Account(0, "root", List.of(unshare));

    assertThatThrownBy(root::prefix)
        .isInstanceOfSatisfying(
            PostgresUnavailable.class,
            unavailable -> assertThat(unavailable.code()).isEqualTo("postgres-as-root"))
        .hasMessageContaining("ordinary user")
        .hasMessageContaining("SILIAN_DB_URL");
  }

  @Test
  void anAccountWithoutANameIsToldHowToGoOn() {
    var unnamed = new Account(1000, Account.UNNAMED, List.of("false"));

    assertThatThrownBy(unnamed::prefix)
        .isInstanceOfSatisfying(
            PostgresUnavailable.class,
            unavailable -> assertThat(unavailable.code()).isEqualTo("postgres-account-unnamed"))
        .hasMessageContaining("1000")
        .hasMessageContaining("/etc/passwd");
  }

  @Test
  void anOrdinaryAccountRunsPostgresAsItIs() {
    assertThat(new Account(1000, "wang", List.of("no-such-command")).prefix()).isEmpty();
  }

  @Test
  void startedByRootTheServerHasNoneOfItsRights(@TempDir Path temporary) throws Exception {
    assumeTrue(Account.current().number() == 0, "only root has rights to lose");
    try (var postgres =
        EmbeddedPostgres.start(temporary.resolve("postgres"), EmbeddedPostgresTests.QUICK)) {
      long pid = PostmasterFile.in(postgres.folder().resolve("data")).orElseThrow().pid();
      assertThat(Files.readString(Path.of("/proc", Long.toString(pid), "status")))
          .containsPattern("CapEff:\\s+0+\\n");
    }
  }
}
