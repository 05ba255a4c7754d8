package org.silian.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more who somebody is, before all that is kept of her is handed out or erased: a phone
 * left on a table must not be enough. Implemented by the module that knows passwords and codes.
 */
public interface PersonProof {

  /** Refuses unless the password or the code sent to the person's own phone is right. */
  void prove(UUID person, @Nullable String password, @Nullable String code);
}
