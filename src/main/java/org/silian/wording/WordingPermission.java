package org.silian.wording;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with the district's words. */
enum WordingPermission implements Permission {
  EDIT;

  @Override
  public String id() {
    return "wording.edit";
  }

  @Override
  public Set<Role> roles() {
    return EnumSet.of(Role.SYSTEM_ADMINISTRATOR);
  }
}
