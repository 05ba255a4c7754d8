package org.silian.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;

/**
 * An appointment in force today, with what a session needs of its organisation.
 *
 * @param path of the subtree whose records the post works with
 */
record Post(
    UUID id,
    Role role,
    UUID organisation,
    OrganisationKind kind,
    String name,
    String path,
    LocalDate from,
    @Nullable LocalDate to) {

  /** Whether it gives work to do; membership of the Party alone does not. */
  boolean isStaff() {
    return !role.isStanding() && role != Role.PARTY_MEMBER;
  }

  boolean isAdministrator() {
    return role.isAdministrator();
  }
}
