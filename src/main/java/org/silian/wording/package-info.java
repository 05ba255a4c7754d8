/**
 * A district's own words: what it calls the things of the trade, any text it says otherwise, and
 * what it is called itself. Read from memory with every text, kept in the database for all nodes.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "api",
      "permission",
      "tenancy",
      "journal",
      "organisation",
      "privacy"
    })
package org.silian.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
