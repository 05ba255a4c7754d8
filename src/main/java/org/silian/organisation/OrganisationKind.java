package org.silian.organisation;

import static org.silian.permission.Role.AUDIT_ADMINISTRATOR;
import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.GRID_WORKER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.PARTNER_LIAISON;
import static org.silian.permission.Role.PARTY_HEAD;
import static org.silian.permission.Role.PARTY_MEMBER;
import static org.silian.permission.Role.POLICE_OFFICER;
import static org.silian.permission.Role.SECURITY_ADMINISTRATOR;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.silian.territory.DivisionLevel;

/**
 * What an organisation is: what it may stand under, and the roles it has. This is the one table of
 * both.
 */
public enum OrganisationKind {
  DISTRICT,
  STREET,
  TOWN,
  SPECIAL_UNIT,
  COMMUNITY,
  VILLAGE,
  DEPARTMENT,
  POLICE_BUREAU,
  POLICE_STATION,
  UNIVERSITY,
  INSTITUTE,
  ENTERPRISE,
  SOCIAL_ORGANISATION,
  PUBLIC_INSTITUTION,
  PARTY_ORGANISATION,
  /** 街道大工委: coordinates, commands nobody; its seats are no appointments. */
  STREET_COMMITTEE,
  /** 社区大党委: as above, in a community. */
  COMMUNITY_COMMITTEE,
  /** 区校合作联席会: as above, across the three tiers. */
  JOINT_CONFERENCE,
  /** 领导小组: for one purpose, and often for a time. */
  LEADING_GROUP,
  /** 工作专班: does what a leading group or an office has taken on. */
  TASK_TEAM,
  TEAM,
  GROUP;

  /** The kinds it may stand under; none for the district, which is the root. */
  public Set<OrganisationKind> parents() {
    return switch (this) {
      case DISTRICT -> EnumSet.noneOf(OrganisationKind.class);
      case STREET, TOWN, SPECIAL_UNIT, POLICE_BUREAU, UNIVERSITY -> EnumSet.of(DISTRICT);
      case POLICE_STATION -> EnumSet.of(POLICE_BUREAU);
      case COMMUNITY, VILLAGE, STREET_COMMITTEE -> EnumSet.of(STREET, TOWN, SPECIAL_UNIT);
      case COMMUNITY_COMMITTEE -> EnumSet.of(COMMUNITY, VILLAGE);
      case JOINT_CONFERENCE -> EnumSet.of(DISTRICT);
      case LEADING_GROUP -> EnumSet.range(DISTRICT, VILLAGE);
      case TASK_TEAM -> {
        var parents = EnumSet.range(DISTRICT, VILLAGE);
        parents.add(LEADING_GROUP);
        yield parents;
      }
      case DEPARTMENT -> EnumSet.of(DISTRICT, STREET, TOWN);
      case INSTITUTE -> EnumSet.of(DISTRICT, UNIVERSITY);
      case ENTERPRISE, SOCIAL_ORGANISATION, PUBLIC_INSTITUTION -> EnumSet.range(DISTRICT, VILLAGE);
      case PARTY_ORGANISATION -> EnumSet.range(DISTRICT, PARTY_ORGANISATION);
      case TEAM, GROUP -> EnumSet.range(DISTRICT, PUBLIC_INSTITUTION);
    };
  }

  /** The roles a person can be appointed to in it. */
  public Set<Role> roles() {
    return switch (this) {
      case DISTRICT ->
          EnumSet.of(
              DISTRICT_LEADER,
              ORGANISATION_DEPARTMENT,
              SYSTEM_ADMINISTRATOR,
              SECURITY_ADMINISTRATOR,
              AUDIT_ADMINISTRATOR);
      case STREET, TOWN, SPECIAL_UNIT -> EnumSet.of(STREET_LEADER, STREET_WORKER);
      case COMMUNITY, VILLAGE ->
          EnumSet.of(
              COMMUNITY_SECRETARY, COMMUNITY_PARTY_DEPUTY_SECRETARY, COMMUNITY_WORKER, GRID_WORKER);
      case DEPARTMENT -> EnumSet.of(ORGANISATION_DEPARTMENT);
      case POLICE_BUREAU, POLICE_STATION -> EnumSet.of(POLICE_OFFICER);
      case UNIVERSITY -> EnumSet.of(UNIVERSITY_LIAISON);
      case INSTITUTE -> EnumSet.of(UNIVERSITY_LIAISON, PARTNER_LIAISON);
      case ENTERPRISE, SOCIAL_ORGANISATION, PUBLIC_INSTITUTION, TEAM -> EnumSet.of(PARTNER_LIAISON);
      case PARTY_ORGANISATION ->
          EnumSet.of(PARTY_HEAD, PARTY_MEMBER, UNIVERSITY_LIAISON, PARTNER_LIAISON);
      case STREET_COMMITTEE,
          COMMUNITY_COMMITTEE,
          JOINT_CONFERENCE,
          LEADING_GROUP,
          TASK_TEAM,
          GROUP ->
          EnumSet.noneOf(Role.class);
    };
  }

  /** Whether it is a community in the wide sense: 社区 or 村. */
  public boolean isCommunity() {
    return this == COMMUNITY || this == VILLAGE;
  }

  /** Whether it is made up of seats, each held by virtue of a post elsewhere. */
  public boolean isBody() {
    return switch (this) {
      case STREET_COMMITTEE, COMMUNITY_COMMITTEE, JOINT_CONFERENCE, LEADING_GROUP, TASK_TEAM ->
          true;
      default -> false;
    };
  }

  /**
   * The kinds whose posts work with the records of the organisation above: a department's posts
   * serve the whole district, not the department.
   */
  static List<String> servingTheirParent() {
    return List.of(DEPARTMENT.name());
  }

  /** The level a division must have for an organisation of this kind; none has no division. */
  @Nullable DivisionLevel division() {
    return switch (this) {
      case DISTRICT -> DivisionLevel.DISTRICT;
      case STREET -> DivisionLevel.STREET;
      case TOWN -> DivisionLevel.TOWN;
      case SPECIAL_UNIT -> DivisionLevel.SPECIAL_UNIT;
      case COMMUNITY -> DivisionLevel.COMMUNITY;
      case VILLAGE -> DivisionLevel.VILLAGE;
      default -> null;
    };
  }
}
