package org.silian.privacy;

import java.util.Collection;
import java.util.UUID;

/**
 * The ids under which a person was known before her records were merged. What cannot be rewritten,
 * as the journal and the access log, is read under all of them. Implemented by the module that owns
 * persons.
 */
public interface PersonAliases {

  /** The person's own id and those that were merged into it. */
  Collection<UUID> of(UUID person);
}
