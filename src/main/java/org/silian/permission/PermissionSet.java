package org.silian.permission;

import java.util.List;

/** The permissions one module brings; declared as a bean. */
public record PermissionSet(List<Permission> permissions) {

  /** The constants of a module's permission enum. */
  public static <P extends Enum<P> & Permission> PermissionSet of(Class<P> type) {
    return new PermissionSet(List.of(type.getEnumConstants()));
  }
}
