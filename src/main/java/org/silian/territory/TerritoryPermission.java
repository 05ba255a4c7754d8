package org.silian.territory;

import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.GRID_WORKER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.POLICE_OFFICER;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with the map and the grids within its reach. */
enum TerritoryPermission implements Permission {
  /** See the map and its grids; there are no persons on it. */
  VIEW(
      GRID_WORKER,
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      POLICE_OFFICER,
      STREET_WORKER,
      STREET_LEADER,
      ORGANISATION_DEPARTMENT,
      DISTRICT_LEADER,
      SYSTEM_ADMINISTRATOR),
  /** See police grids as well, which are for named police and district posts. */
  VIEW_POLICE(COMMUNITY_PARTY_DEPUTY_SECRETARY, POLICE_OFFICER, DISTRICT_LEADER),
  /** Draw grids of some layer; which, the next three say. */
  DRAW(STREET_WORKER, ORGANISATION_DEPARTMENT, POLICE_OFFICER, SYSTEM_ADMINISTRATOR),
  /** Governance and special grids: a street its own, the administrator those of the district. */
  DRAW_GOVERNANCE(STREET_WORKER, SYSTEM_ADMINISTRATOR),
  DRAW_PARTY(ORGANISATION_DEPARTMENT),
  DRAW_POLICE(POLICE_OFFICER);

  private final Set<Role> roles;

  TerritoryPermission(Role first, Role... more) {
    this.roles = EnumSet.of(first, more);
  }

  static TerritoryPermission toDraw(GridLayer layer) {
    return switch (layer) {
      case GOVERNANCE, SPECIAL -> DRAW_GOVERNANCE;
      case PARTY -> DRAW_PARTY;
      case POLICE -> DRAW_POLICE;
    };
  }

  static TerritoryPermission toView(GridLayer layer) {
    return layer == GridLayer.POLICE ? VIEW_POLICE : VIEW;
  }

  @Override
  public String id() {
    return "territory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
