package org.silian.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the names behind ids when entries are read; the entries themselves hold none. Implemented
 * by the module that owns persons and organisations.
 */
public interface Names {

  /** Names of persons, posts and organisations by id; an erased or unknown one is left out. */
  Map<UUID, String> of(Collection<UUID> ids);
}
