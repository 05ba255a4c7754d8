package org.silian.task;

import java.util.UUID;

/** Who owes a task. */
public sealed interface Owner {

  /**
   * One person in her own right, as a volunteer who has claimed a wish. Nobody can urge her or hand
   * her task over.
   */
  record OfPerson(UUID person) implements Owner {}

  /**
   * Every post of an organisation that has the permission, until one of them has taken it.
   *
   * @param permission a {@link org.silian.permission.Permission#id()}
   */
  record OfPosts(UUID organisation, String permission) implements Owner {}
}
