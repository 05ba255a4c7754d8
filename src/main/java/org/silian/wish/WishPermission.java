package org.silian.wish;

import static org.silian.permission.Role.COMMUNITY_PARTY_DEPUTY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.GRID_WORKER;
import static org.silian.permission.Role.PARTNER_LIAISON;
import static org.silian.permission.Role.RESIDENT;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.STUDENT;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;
import static org.silian.permission.Role.VOLUNTEER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do with wishes within its reach. */
enum WishPermission implements Permission {
  /** Read the records of others. */
  VIEW(
      GRID_WORKER,
      COMMUNITY_WORKER,
      COMMUNITY_SECRETARY,
      COMMUNITY_PARTY_DEPUTY_SECRETARY,
      STREET_WORKER),
  /** Make a wish for oneself. */
  MAKE(RESIDENT, STUDENT, VOLUNTEER),
  /** Write down a wish for somebody else, and withdraw it when she asks. */
  COLLECT(GRID_WORKER, COMMUNITY_WORKER, COMMUNITY_SECRETARY, COMMUNITY_PARTY_DEPUTY_SECRETARY),
  VERIFY(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  PUBLISH(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  CLAIM(RESIDENT, STUDENT, VOLUNTEER, UNIVERSITY_LIAISON, PARTNER_LIAISON),
  /** Approve a claimer, which releases the contact; decline or release a claim. */
  APPROVE(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  /** See name, phone and address of the wisher. */
  CONTACT(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  /** Attach papers such as a signed consent, open and remove them. */
  FILES(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  /** Confirm for a wisher whom one has phoned. */
  CONFIRM(COMMUNITY_WORKER, COMMUNITY_SECRETARY),
  /** Take a confirmation back. */
  CORRECT(COMMUNITY_SECRETARY);

  private final Set<Role> roles;

  WishPermission(Role first, Role... more) {
    this.roles = EnumSet.of(first, more);
  }

  @Override
  public String id() {
    return "wish." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
