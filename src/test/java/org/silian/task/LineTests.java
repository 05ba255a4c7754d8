package org.silian.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineTests {

  private static final UUID STREET = UUID.randomUUID();

  private final Line street = new Line(STREET, "1.2.");

  @Test
  void leadsToWhatStandsBelow() {
    assertThat(street.leadsTo(place("1.2.7."))).isTrue();
    assertThat(street.leadsTo(place("1.2.7.3."))).isTrue();
  }

  @Test
  void doesNotLeadToItselfUpOrAside() {
    assertThat(street.leadsTo(new Place(STREET, "1.2.", false))).isFalse();
    assertThat(street.leadsTo(place("1."))).isFalse();
    assertThat(street.leadsTo(place("1.3.7."))).isFalse();
    assertThat(street.leadsTo(place("1.21.7."))).isFalse();
  }

  @Test
  void ofADepartmentDoesNotLeadToTheDepartmentNorToTheOrganisationAboveIt() {
    var department = UUID.randomUUID();
    var line = new Line(department, "1.");
    assertThat(line.leadsTo(new Place(department, "1.9.", false))).isFalse();
    assertThat(line.leadsTo(place("1."))).isFalse();
    assertThat(line.leadsTo(place("1.2."))).isTrue();
  }

  @Test
  void doesNotLeadToPartners() {
    assertThat(new Line(STREET, "1.").leadsTo(new Place(UUID.randomUUID(), "1.5.", true)))
        .isFalse();
  }

  @Test
  void leadsNowhereWithoutReach() {
    assertThat(new Line(null, null).leadsTo(place("1.2."))).isFalse();
  }

  private static Place place(String path) {
    return new Place(UUID.randomUUID(), path, false);
  }
}
