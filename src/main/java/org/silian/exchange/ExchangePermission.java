package org.silian.exchange;

import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.GRID_WORKER;
import static org.silian.permission.Role.ORGANISATION_DEPARTMENT;
import static org.silian.permission.Role.PARTNER_LIAISON;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may bring in; of which kind of rows, each kind's own permission says. */
enum ExchangePermission implements Permission {
  IMPORT(
      "exchange.import",
      GRID_WORKER,
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      UNIVERSITY_LIAISON,
      PARTNER_LIAISON,
      ORGANISATION_DEPARTMENT,
      SYSTEM_ADMINISTRATOR);

  private final String id;
  private final Set<Role> roles;

  ExchangePermission(String id, Role first, Role... more) {
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
