package org.silian.journal;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do about the journal as a whole. */
enum JournalPermission implements Permission {
  /** See how the journal is sealed, and take the seals away. */
  SEALS(Role.AUDIT_ADMINISTRATOR);

  private final Set<Role> roles;

  JournalPermission(Role role) {
    this.roles = EnumSet.of(role);
  }

  @Override
  public String id() {
    return "journal." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
