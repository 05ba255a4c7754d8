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
import static org.silian.permission.Role.POLICE_OFFICER;
import static org.silian.permission.Role.SECURITY_ADMINISTRATOR;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with organisations and persons within its reach. */
enum OrganisationPermission implements Permission {
  VIEW_ORGANISATIONS(
      "organisation.view",
      GRID_WORKER,
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
      DISTRICT_LEADER,
      SYSTEM_ADMINISTRATOR),
  /** Names, phones and posts of persons; no leader has it, a leader sees counts. */
  VIEW_PERSONS(
      "person.view",
      COMMUNITY_SECRETARY,
      STREET_WORKER,
      ORGANISATION_DEPARTMENT,
      SYSTEM_ADMINISTRATOR),
  APPOINT("person.appoint", SYSTEM_ADMINISTRATOR),
  /** The community's telephone and counter, and what is set up there for who comes by. */
  TELL_CONTACT("organisation.contact", COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  /** Founding, naming, moving and dissolving. */
  MANAGE_ORGANISATIONS("organisation.manage", SYSTEM_ADMINISTRATOR),
  /** Party members; whoever has it must also be of the party's line, which a role does not tell. */
  IMPORT_MEMBERS(
      "member.import",
      COMMUNITY_SECRETARY,
      ORGANISATION_DEPARTMENT,
      UNIVERSITY_LIAISON,
      PARTNER_LIAISON),
  /** Where grants of sensitive roles need a second person (GB/T 22239: 三员分立). */
  APPROVE_GRANTS("grant.approve", SECURITY_ADMINISTRATOR),
  /** The matrix of roles and permissions, and how many hold each role. */
  VIEW_ROLES("role.view", SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR),
  /** Say that two records are of one person, or are not. */
  MERGE("person.merge", COMMUNITY_SECRETARY, STREET_WORKER, SYSTEM_ADMINISTRATOR);

  private final String id;
  private final Set<Role> roles;

  OrganisationPermission(String id, Role first, Role... more) {
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
