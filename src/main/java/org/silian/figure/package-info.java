/**
 * What the journal adds up to: definitions that modules declare, roll-ups that can be thrown away
 * and rebuilt, and the way from each number down to the records behind it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "exchange",
      "problem",
      "language",
      "permission",
      "tenancy",
      "api",
      "journal",
      "privacy",
      "organisation"
    })
package org.silian.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
