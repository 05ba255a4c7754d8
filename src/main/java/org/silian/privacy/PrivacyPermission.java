package org.silian.privacy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.silian.permission.Permission;
import org.silian.permission.Role;

/** What a post may do about people's rights to their data. */
enum PrivacyPermission implements Permission {
  /** Look into who read what; nobody else does, and each look is noted too. */
  AUDIT(Role.AUDIT_ADMINISTRATOR),
  /** See that what is old is forgotten, and how many persons are known. */
  KEEPING(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR),
  /** Answer what people ask about their data: the district's contact for personal information. */
  ANSWER(Role.SYSTEM_ADMINISTRATOR),
  /** Write down what somebody asks on paper, or her heirs, and erase her. */
  ERASE(Role.SYSTEM_ADMINISTRATOR);

  private final Set<Role> roles;

  PrivacyPermission(Role first, Role... more) {
    this.roles = EnumSet.of(first, more);
  }

  @Override
  public String id() {
    return "privacy." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }
}
