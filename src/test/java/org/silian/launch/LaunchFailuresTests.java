package org.silian.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.silian.problem.Refusal;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

class LaunchFailuresTests {

  @Test
  void aTakenPortIsNamedWithTheWayToAnother() {
    var analysis = analyze(new PortInUseException(8080));

    assertThat(analysis.getDescription()).contains("端口 8080", "port 8080");
    assertThat(analysis.getAction()).contains("SILIAN_PORT");
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTION_UNABLE_TO_CONNECT, 连接不上",
    "INVALID_PASSWORD, 密码",
    "INVALID_AUTHORIZATION_SPECIFICATION, 密码"
  })
  void aDatabaseThatDoesNotLetUsInIsSaidToBeSo(String state, String sentence) {
    var refused = new PSQLException("FATAL: no", PSQLState.valueOf(state));

    assertThat(analyze(new IllegalStateException("flyway", refused)).getDescription())
        .contains(sentence);
  }

  @Test
  void aDistrictWithoutDivisionsIsSaidToBeSo() {
    assertThat(analyze(Refusal.notFound("territory.not-shipped")).getDescription())
        .contains("SILIAN_DISTRICT");
  }

  @Test
  void ofOtherFailuresNothingIsGuessed() {
    assertThat(new LaunchFailures().analyze(new IllegalStateException("a fault of ours"))).isNull();
  }

  private static FailureAnalysis analyze(Throwable failure) {
    var analysis = new LaunchFailures().analyze(new RuntimeException("context", failure));
    assertThat(analysis).isNotNull();
    return analysis;
  }
}
