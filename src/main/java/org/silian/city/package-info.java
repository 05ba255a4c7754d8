/**
 * The city's view: what districts publish of their figures, masked so that nothing small can be
 * calculated from it, and how it compares. Data stays in its district; this alone goes up.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "api",
      "permission",
      "privacy",
      "tenancy",
      "journal",
      "organisation",
      "figure",
      "demo"
    })
package org.silian.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
