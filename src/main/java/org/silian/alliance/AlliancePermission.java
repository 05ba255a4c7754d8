package org.silian.alliance;

import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.PARTNER_LIAISON;
import static org.silian.permission.Role.PARTY_HEAD;
import static org.silian.permission.Role.POLICE_OFFICER;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with the bodies it reaches or sits in. */
enum AlliancePermission implements Permission {
  VIEW(
      "body.view",
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      POLICE_OFFICER,
      STREET_WORKER,
      STREET_LEADER,
      UNIVERSITY_LIAISON,
      PARTNER_LIAISON,
      PARTY_HEAD,
      ORGANISATION_DEPARTMENT,
      DISTRICT_LEADER),
  /**
   * The names of who sits there. No leader has it, a leader sees counts; one who sits in a body
   * herself knows her colleagues.
   */
  MEMBERS(
      "body.members",
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      POLICE_OFFICER,
      STREET_WORKER,
      UNIVERSITY_LIAISON,
      PARTNER_LIAISON,
      PARTY_HEAD,
      ORGANISATION_DEPARTMENT),
  /** Seats, who takes them, and the rule. */
  SEAT("body.seat", COMMUNITY_SECRETARY, STREET_WORKER, ORGANISATION_DEPARTMENT),
  /** Founding and dissolving. */
  FOUND("body.found", STREET_WORKER, ORGANISATION_DEPARTMENT),
  /** Entering joint documents, and what revokes them. */
  ISSUE("body.issue", STREET_WORKER, ORGANISATION_DEPARTMENT);

  private final String id;
  private final Set<Role> roles;

  AlliancePermission(String id, Role first, Role... more) {
    this.id = id;
    this.roles = EnumSet.of(first, more);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
