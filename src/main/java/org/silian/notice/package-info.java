/**
 * The inbox: what a person is told, as a code and ids that become a sentence when they are read.
 * Nothing in it is older than half a year. By mail as well for who gave an address, outside her
 * quiet hours and for the kinds she wants.
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
      "mail",
      "journal",
      "privacy",
      "organisation"
    })
package org.silian.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
