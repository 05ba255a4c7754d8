package org.silian.permission;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The permission matrix: every permission of every module, and who has it. */
@Component
public class Permissions {

  private final Map<String, Permission> byId = new TreeMap<>();
  private final Map<Role, Set<String>> byRole = new EnumMap<>(Role.class);

  Permissions(List<PermissionSet> sets) {
    for (var role : Role.values()) {
      byRole.put(role, new TreeSet<>());
    }
    sets.stream().flatMap(set -> set.permissions().stream()).forEach(this::add);
  }

  private void add(Permission permission) {
    if (byId.put(permission.id(), permission) != null) {
      throw new IllegalStateException("Two permissions are called " + permission.id());
    }
    permission.roles().forEach(role -> of(role).add(permission.id()));
  }

  /** The permissions of a role, by name. */
  public Set<String> of(Role role) {
    var permissions = byRole.get(role);
    if (permissions == null) {
      throw new IllegalArgumentException("No such role: " + role);
    }
    return permissions;
  }

  /** Whether the role has the permission. */
  public boolean allows(Role role, String permission) {
    return of(role).contains(permission);
  }

  /** The roles that have a permission; none for one that nobody declares. */
  public Set<Role> roles(String permission) {
    var known = byId.get(permission);
    return known == null ? Set.of() : known.roles();
  }

  /** Whether any module declares it. */
  public boolean knows(String permission) {
    return byId.containsKey(permission);
  }

  /** All, sorted by name. */
  public Collection<Permission> all() {
    return byId.values();
  }
}
