/**
 * Files that belong to records: taken in pieces over bad networks, recognised by what they are,
 * cleaned of what nobody asked for, kept under their hash, and read only by whom the module that
 * owns the record lets in. Start at {@link Files}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "permission",
      "tenancy",
      "vault",
      "api",
      "journal",
      "privacy"
    })
package org.silian.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
