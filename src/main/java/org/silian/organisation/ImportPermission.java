package org.silian.organisation;

import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.PARTNER_LIAISON;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may bring in by file. */
enum ImportPermission implements Permission {
  ORGANISATIONS("organisation.import", SYSTEM_ADMINISTRATOR),
  /** Party members; whoever has it must also be of the party's line, which a role does not tell. */
  MEMBERS(
      "member.import",
      COMMUNITY_SECRETARY,
      ORGANISATION_DEPARTMENT,
      UNIVERSITY_LIAISON,
      PARTNER_LIAISON);

  private final String id;
  private final Set<Role> roles;

  ImportPermission(String id, Role first, Role... more) {
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
