package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathTests {

  @Test
  void aChildHasItsNumberInBase36AndAPoint() {
    assertThat(Path.ROOT.child(35).child(36).text()).isEqualTo("1.z.10.");
  }

  @Test
  void aSubtreeIsAllPathsThatBeginWithItsRoots() {
    var first = Path.ROOT.child(1);
    var thirtySixth = Path.ROOT.child(36);

    assertThat(first.child(3).text()).startsWith(first.text());
    assertThat(thirtySixth.text()).doesNotStartWith(first.text());
  }

  @Test
  void upwardsLeadsFromTheRootToItself() {
    assertThat(new Path("1.z.10.").upwards()).containsExactly("1.", "1.z.", "1.z.10.");
  }
}
