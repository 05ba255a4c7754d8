package org.silian.task;

import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with tasks beyond doing them. */
enum TaskPermission implements Permission {
  /** 督办: press an organisation further down one's own line. */
  URGE(
      "task.urge",
      Role.DISTRICT_LEADER,
      Role.ORGANISATION_DEPARTMENT,
      Role.STREET_LEADER,
      Role.STREET_WORKER,
      Role.COMMUNITY_SECRETARY),
  /** Give what one owes to a colleague who has the same right. */
  HAND_OVER(
      "task.hand-over",
      Role.GRID_WORKER,
      Role.COMMUNITY_WORKER,
      Role.COMMUNITY_SECRETARY,
      Role.COMMUNITY_PARTY_DEPUTY_SECRETARY,
      Role.POLICE_OFFICER,
      Role.STREET_WORKER,
      Role.STREET_LEADER,
      Role.UNIVERSITY_LIAISON,
      Role.PARTNER_LIAISON,
      Role.PARTY_HEAD,
      Role.ORGANISATION_DEPARTMENT,
      Role.DISTRICT_LEADER);

  private final String id;
  private final Set<Role> roles;

  TaskPermission(String id, Role... roles) {
    this.id = id;
    this.roles = Set.of(roles);
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
