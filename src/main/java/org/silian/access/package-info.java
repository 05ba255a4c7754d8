/**
 * Who may come in and as what: accounts, registration, invitations, codes, sessions, the post in
 * use, and the gate that every request passes.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "permission",
      "tenancy",
      "vault",
      "api",
      "journal",
      "territory",
      "privacy",
      "organisation",
      "notice"
    })
package org.silian.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
