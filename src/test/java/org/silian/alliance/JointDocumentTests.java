package org.silian.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.alliance.BodyRuleTests.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.alliance.JointDocument.Issuer;

class JointDocumentTests {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
  private static final Issuer ONE = new Issuer(UUID.randomUUID(), "区委组织部");
  private static final Issuer OTHER = new Issuer(UUID.randomUUID(), "望江大学");

  @ParameterizedTest
  @ValueSource(
      strings = {"西组联〔2026〕3号", " 西组联[2026]3号", "西组联【2026】第3号", "西组联（２０２６）　３号", "西组联(2026)03号"})
  void readsANumberHoweverItIsTyped(String typed) {
    assertThat(DocumentNumber.parse(typed).text()).isEqualTo("西组联〔2026〕3号");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3号", "西组联2026-3", "〔2026〕3号", "西组联〔26〕3号", "西组联〔2026〕号"})
  void refusesWhatIsNoNumber(String typed) {
    assertThatThrownBy(() -> DocumentNumber.parse(typed))
        .satisfies(refused("alliance.document-number"));
  }

  @Test
  void isOfTwoIssuersOrMoreAndOfEachOnce() {
    assertThatThrownBy(() -> issued("西组联〔2026〕3号", List.of(ONE), null, null))
        .satisfies(refused("alliance.single-issuer"));
    assertThatThrownBy(() -> issued("西组联〔2026〕3号", List.of(ONE, ONE), null, null))
        .satisfies(refused("alliance.issuer-twice"));
    assertThat(issued("西组联〔2026〕3号", List.of(ONE, OTHER), null, null).organisationId())
        .as("the first leads")
        .isEqualTo(ONE.organisationId());
  }

  @Test
  void isNumberedInTheYearInWhichItWasIssued() {
    assertThatThrownBy(() -> issued("西组联〔2025〕3号", List.of(ONE, OTHER), null, null))
        .satisfies(refused("alliance.document-year"));
  }

  @Test
  void isValidFromADayToADay() {
    assertThatThrownBy(
            () -> issued("西组联〔2026〕3号", List.of(ONE, OTHER), ISSUED, ISSUED.minusDays(1)))
        .satisfies(refused("alliance.validity"));
    var from = LocalDate.of(2026, 4, 1);
    var to = LocalDate.of(2026, 12, 31);
    assertThat(JointDocumentState.on(from.minusDays(1), from, to, null))
        .isEqualTo(JointDocumentState.NOT_YET);
    assertThat(JointDocumentState.on(from, from, to, null)).isEqualTo(JointDocumentState.IN_FORCE);
    assertThat(JointDocumentState.on(to, from, to, null)).isEqualTo(JointDocumentState.IN_FORCE);
    assertThat(JointDocumentState.on(to.plusDays(1), from, to, null))
        .isEqualTo(JointDocumentState.EXPIRED);
    assertThat(JointDocumentState.on(to, from, null, to)).isEqualTo(JointDocumentState.REVOKED);
  }

  @Test
  void isRevokedOnceAfterItWasIssued() {
    var document = issued("西组联〔2026〕3号", List.of(ONE, OTHER), null, null);

    assertThatThrownBy(() -> document.revoke(ISSUED.minusDays(1), null, NOW))
        .satisfies(refused("alliance.revocation-day"));
    document.revoke(ISSUED.plusDays(1), "西组联〔2026〕9号", NOW);
    assertThatThrownBy(() -> document.revoke(ISSUED.plusDays(1), null, NOW))
        .satisfies(refused("alliance.document-revoked"));
  }

  private static JointDocument issued(
      String number, List<Issuer> issuers, LocalDate from, LocalDate to) {
    return JointDocument.issued(
        new JointDocument.Paper(number, "关于成立专班的通知", issuers, null, ISSUED, from, to), NOW);
  }
}
