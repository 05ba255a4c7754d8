/**
 * The start: founds the district of a new installation, tells people where to go, and says in a
 * sentence what is in the way when there is no start.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "postgres",
      "tenancy",
      "journal",
      "territory",
      "organisation",
      "access"
    })
package org.silian.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
