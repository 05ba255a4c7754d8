/**
 * The inbox: what a person is told, as a code and ids that become a sentence when they are read.
 * Nothing in it is older than half a year.
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
      "privacy",
      "organisation"
    })
package org.silian.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
