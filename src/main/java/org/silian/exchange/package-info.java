/**
 * Import of what people keep in spreadsheets, and export of any list as it is seen. What can be
 * imported or exported other modules say: an {@link org.silian.exchange.ImportKind} or an {@link
 * org.silian.exchange.ExportList} each. Rows go through those modules' own doors, so that the same
 * rules hold and the same facts are told as when they are typed.
 *
 * <p>Uploaded rows and exported files are personal data: sealed in the database, seen by whoever
 * made them in the same post, and gone after a day.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "api",
      "tenancy",
      "permission",
      "journal",
      "vault",
      "privacy"
    })
package org.silian.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
