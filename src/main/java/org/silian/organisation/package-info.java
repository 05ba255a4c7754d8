/**
 * Organisations in one typed tree, persons of whom as little as possible is kept, and the
 * appointments from which every right follows.
 *
 * <p>Party membership exists only as an appointment as {@code PARTY_MEMBER} in a party
 * organisation, and is visible only along that organisation's line: to posts in the party
 * organisation itself or in one above it, to the secretary of the community in which it stands, and
 * to the organisation department above. Whoever is outside the line finds neither the appointment
 * nor a person known by nothing else, in no list, search, record, name or timeline; and makes and
 * ends no such appointment, since being refused a second one would tell of the first.
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
      "territory",
      "exchange",
      "privacy"
    })
package org.silian.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
