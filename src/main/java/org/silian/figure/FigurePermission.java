package org.silian.figure;

import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.GRID_WORKER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with figures of the organisations within its reach. */
enum FigurePermission implements Permission {
  /** Read the numbers, down to communities. */
  VIEW(
      GRID_WORKER,
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      STREET_WORKER,
      STREET_LEADER,
      ORGANISATION_DEPARTMENT,
      DISTRICT_LEADER),
  /**
   * Open what stands behind a number. Leaders see counts, not people: theirs end at communities.
   */
  ENTRIES(COMMUNITY_WORKER, COMMUNITY_SECRETARY, COMMUNITY_PARTY_DEPUTY_SECRETARY, STREET_WORKER);

  private final Set<Role> roles;

  FigurePermission(Role first, Role... more) {
    this.roles = EnumSet.of(first, more);
  }

  @Override
  public String id() {
    return "figure." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
