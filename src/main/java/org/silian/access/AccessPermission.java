package org.silian.access;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do about accounts. */
enum AccessPermission implements Permission {
  INVITE("access.invite", Role.SYSTEM_ADMINISTRATOR);

  private final String id;
  private final Set<Role> roles;

  AccessPermission(String id, Role role) {
    this.id = id;
    this.roles = EnumSet.of(role);
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
