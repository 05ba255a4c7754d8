package org.silian.alliance;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.silian.permission.Role;

/** A post that justifies a seat: a role in a unit, whoever holds it. */
record Post(UUID unitId, Role role) {

  /** Held by police officers, who may be deputy secretary, and never 书记. */
  static final Set<Role> OFFICERS =
      EnumSet.of(Role.POLICE_OFFICER, Role.COMMUNITY_PARTY_DEPUTY_SECRETARY);

  /** Membership is nobody else's business, administrators do no business: neither gives a seat. */
  static boolean justifies(Role role) {
    return role != Role.PARTY_MEMBER && !role.isAdministrator() && !role.isStanding();
  }
}
