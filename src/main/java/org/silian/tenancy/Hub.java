package org.silian.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What all districts of an installation share: the registry, and what districts have published.
 * Nothing else may be written there. Like a district it is bound outside any transaction.
 */
@Component
public class Hub {

  /** Does the work in the hub instead of a district. */
  public <T extends @Nullable Object, X extends Throwable> T call(
      ScopedValue.CallableOp<? extends T, X> work) throws X {
    return District.HUB.call(work);
  }
}
