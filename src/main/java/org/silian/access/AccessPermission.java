package org.silian.access;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do about accounts. */
enum AccessPermission implements Permission {
  INVITE("access.invite", EnumSet.of(Role.SYSTEM_ADMINISTRATOR)),
  /** See the security settings in force. */
  SETTINGS(
      "access.settings",
      EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)),
  /** Unlock accounts, take lost second factors away, see who administers. */
  GUARD("access.guard", EnumSet.of(Role.SECURITY_ADMINISTRATOR)),
  /** Read the security record. */
  AUDIT("access.audit", EnumSet.of(Role.AUDIT_ADMINISTRATOR));

  private final String id;
  private final Set<Role> roles;

  AccessPermission(String id, EnumSet<Role> roles) {
    this.id = id;
    this.roles = roles;
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
