package org.silian.city;

import static org.silian.permission.Role.AUDIT_ADMINISTRATOR;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do about what districts publish. */
enum CityPermission implements Permission {
  /** See what all districts have published. */
  VIEW(DISTRICT_LEADER, ORGANISATION_DEPARTMENT, AUDIT_ADMINISTRATOR),
  /** Publish for one's own district. */
  PUBLISH(ORGANISATION_DEPARTMENT);

  private final Set<Role> roles;

  CityPermission(Role first, Role... more) {
    this.roles = EnumSet.of(first, more);
  }

  @Override
  public String id() {
    return "city." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
