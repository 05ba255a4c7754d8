/**
 * The start: founds the district of a new installation, tells people where to go, and says in a
 * sentence what is in the way when there is no start. And {@link org.silian.launch.Verify}, which
 * is started in its stead.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "postgres",
      "tenancy",
      "vault",
      "journal",
      "territory",
      "organisation",
      "figure",
      "access"
    })
package org.silian.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
