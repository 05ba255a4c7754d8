package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

  private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** The last six digits of appendix B of RFC 6238. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void rfc6238_makesTheCodesOfTheStandard(long seconds, String code) {
    assertThat(totp.code(Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @Test
  void takesTheStepBeforeAndTheStepAfterAndNoOther() {
    var noon = Instant.parse("2026-11-23T04:00:00Z");
    long now = Totp.step(noon);

    assertThat(totp.match(totp.code(now - 1), noon)).hasValue(now - 1);
    assertThat(totp.match(totp.code(now + 1), noon)).hasValue(now + 1);
    assertThat(totp.match(totp.code(now - 2), noon)).isEmpty();
    assertThat(totp.match(totp.code(now + 2), noon)).isEmpty();
  }

  @Test
  void itsTextIsWhatAnAppIsGiven() {
    assertThat(totp.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(Totp.of(totp.text()).secret()).isEqualTo(totp.secret());
    assertThat(totp).hasToString("Totp");
  }
}
