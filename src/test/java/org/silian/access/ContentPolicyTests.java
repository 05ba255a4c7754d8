package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silian.territory.MapProperties;

/** From where browsers may load anything. */
class ContentPolicyTests {

  @Test
  void withoutTilesNoRequestLeavesTheInstallation() {
    for (var map :
        new MapProperties[] {
          new MapProperties(null, null, 3),
          new MapProperties("key", null, 3),
          new MapProperties(" ", "GS（2026）1号", 3)
        }) {
      assertThat(SecurityConfiguration.contentSecurityPolicy(map))
          .contains("img-src 'self' data: blob:;", "connect-src 'self';")
          .doesNotContain("http");
    }
  }

  @Test
  void withKeyAndApprovalNumberImagesMayComeFromTheEightTileHostsAlone() {
    var policy =
        SecurityConfiguration.contentSecurityPolicy(new MapProperties("key", "GS（2026）1号", 3));

    assertThat(policy)
        .contains(
            "blob: https://t0.tianditu.gov.cn ", " https://t7.tianditu.gov.cn; connect-src 'self'")
        .doesNotContain("key", "*");
    assertThat(policy.split("https://")).hasSize(9);
  }
}
