package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silian.permission.Role;

class OrganisationKindTests {

  /** The table once more, as people would draw it: a kind in each line, its parents as letters. */
  private static final String TABLE =
      """
      DISTRICT             -
      STREET               D
      TOWN                 D
      SPECIAL_UNIT         D
      COMMUNITY            STX
      VILLAGE              STX
      DEPARTMENT           DST
      POLICE_BUREAU        D
      POLICE_STATION       B
      UNIVERSITY           D
      INSTITUTE            DU
      ENTERPRISE           DSTXCV
      SOCIAL_ORGANISATION  DSTXCV
      PUBLIC_INSTITUTION   DSTXCV
      PARTY_ORGANISATION   DSTXCVABPUIEOKY
      STREET_COMMITTEE     STX
      COMMUNITY_COMMITTEE  CV
      JOINT_CONFERENCE     D
      LEADING_GROUP        DSTXCV
      TASK_TEAM            DSTXCVL
      TEAM                 DSTXCVABPUIEOK
      GROUP                DSTXCVABPUIEOK
      """;

  private static final String LETTERS = "DSTXCVABPUIEOKYGHJL";

  @Test
  void everyKindStandsUnderTheKindsOfTheTableAndNoOther() {
    var drawn = new EnumMap<OrganisationKind, Set<OrganisationKind>>(OrganisationKind.class);
    TABLE
        .lines()
        .map(line -> line.split("\\s+", -1))
        .forEach(
            line ->
                drawn.put(
                    OrganisationKind.valueOf(line[0]),
                    line[1]
                        .chars()
                        .filter(c -> c != '-')
                        .mapToObj(c -> OrganisationKind.values()[LETTERS.indexOf(c)])
                        .collect(Collectors.toSet())));

    assertThat(drawn).containsOnlyKeys(OrganisationKind.values());
    for (var kind : OrganisationKind.values()) {
      assertThat(kind.parents()).as(kind.name()).isEqualTo(drawn.get(kind));
    }
  }

  @Test
  void fromEveryKindTheWayUpEndsAtTheDistrict() {
    for (var kind : OrganisationKind.values()) {
      var above = EnumSet.of(kind);
      for (int i = 0; i < OrganisationKind.values().length; i++) {
        above.addAll(above.stream().flatMap(k -> k.parents().stream()).toList());
      }
      assertThat(above).as(kind.name()).contains(OrganisationKind.DISTRICT);
    }
  }

  @Test
  void everyRoleIsSomewhereUnlessAPersonHasItByRegistering() {
    var somewhere =
        Arrays.stream(OrganisationKind.values())
            .flatMap(kind -> kind.roles().stream())
            .collect(Collectors.toSet());

    assertThat(somewhere)
        .isEqualTo(
            Stream.of(Role.values()).filter(r -> !r.isStanding()).collect(Collectors.toSet()));
  }

  @Test
  void aRoleIsWhereItIsHeldAndNowhereElse() {
    assertHeldIn(Role.PARTY_MEMBER, OrganisationKind.PARTY_ORGANISATION);
    assertHeldIn(Role.SYSTEM_ADMINISTRATOR, OrganisationKind.DISTRICT);
    assertHeldIn(Role.DISTRICT_LEADER, OrganisationKind.DISTRICT);
    assertHeldIn(
        Role.COMMUNITY_PARTY_DEPUTY_SECRETARY,
        OrganisationKind.COMMUNITY,
        OrganisationKind.VILLAGE);
    assertHeldIn(
        Role.POLICE_OFFICER, OrganisationKind.POLICE_BUREAU, OrganisationKind.POLICE_STATION);
  }

  @Test
  void committeesCommandNobodyAndHaveNoPosts() {
    assertThat(Arrays.stream(OrganisationKind.values()).filter(OrganisationKind::isBody))
        .hasSize(5)
        .allSatisfy(kind -> assertThat(kind.roles()).isEmpty());
  }

  private static void assertHeldIn(Role role, OrganisationKind... kinds) {
    Map<Boolean, Set<OrganisationKind>> held =
        Arrays.stream(OrganisationKind.values())
            .collect(Collectors.partitioningBy(k -> k.roles().contains(role), Collectors.toSet()));
    assertThat(held.get(true)).containsExactlyInAnyOrder(kinds);
  }
}
