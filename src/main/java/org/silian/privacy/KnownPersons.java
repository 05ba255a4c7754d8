package org.silian.privacy;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Who is known at all. Implemented by the module that owns persons. */
public interface KnownPersons {

  /**
   * A person's own id and those of records that were merged into hers: what cannot be rewritten, as
   * the journal and the access log, is read under all of them.
   */
  Collection<UUID> ids(UUID person);

  /** Whether there is a person under this id: not merged into another, not erased. */
  boolean isKnown(UUID person);

  /**
   * The person of exactly this name at this phone number: what somebody knows who speaks for her.
   *
   * @param phone as it was typed
   * @throws org.silian.problem.Refusal where it is no phone number
   */
  Optional<UUID> named(String name, String phone);

  /** How many persons are known (R-PI-17). */
  long count();
}
