package org.silian.permission;

import java.util.Set;

/**
 * What a post may do. Each module declares its own as an enum; the enum says which roles have each.
 */
public interface Permission {

  /** The stable name by which endpoints and clients know it, for instance {@code wish.verify}. */
  String id();

  /** The roles that have it. */
  Set<Role> roles();
}
