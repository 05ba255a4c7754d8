package org.silian.permission;

/**
 * What a person is in an organisation. The first three are standings: what a registered person says
 * of herself, reaching only her own records and what is published. All others come from an
 * appointment.
 */
public enum Role {
  RESIDENT,
  STUDENT,
  VOLUNTEER,

  GRID_WORKER,
  COMMUNITY_WORKER,
  COMMUNITY_SECRETARY,
  /** A police officer who is deputy secretary of a community's party organisation; never 书记. */
  COMMUNITY_PARTY_DEPUTY_SECRETARY,
  POLICE_OFFICER,

  STREET_WORKER,
  STREET_LEADER,

  UNIVERSITY_LIAISON,
  PARTNER_LIAISON,
  /** Heads a party organisation, of a faculty for instance; who is a member of it stays within. */
  PARTY_HEAD,

  ORGANISATION_DEPARTMENT,
  DISTRICT_LEADER,

  PARTY_MEMBER,

  SYSTEM_ADMINISTRATOR,
  SECURITY_ADMINISTRATOR,
  AUDIT_ADMINISTRATOR;

  /** Whether it is one of the three that administer and never do business (三员分立). */
  public boolean isAdministrator() {
    return this == SYSTEM_ADMINISTRATOR
        || this == SECURITY_ADMINISTRATOR
        || this == AUDIT_ADMINISTRATOR;
  }

  /** Whether a person has it by registering rather than by appointment. */
  public boolean isStanding() {
    return this == RESIDENT || this == STUDENT || this == VOLUNTEER;
  }
}
