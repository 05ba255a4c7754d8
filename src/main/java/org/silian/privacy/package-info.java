/**
 * What is kept of people, why, by which right and for how long; who read it; and what each person
 * may do about it. Modules declare what they keep ({@link PersonalFields}), hand it over and erase
 * it ({@link PersonalKeeper}), forget what is old ({@link RetentionRule}), and note each look at a
 * sensitive record ({@link AccessLog}). They do so upwards: this module knows none of them.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "api",
      "permission",
      "tenancy",
      "vault",
      "journal"
    })
package org.silian.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
