/**
 * 微心愿: small wishes of residents, collected, verified, published without a name, claimed by a
 * volunteer or a unit, fulfilled, and confirmed by the wisher. Start at {@link Wish} and {@link
 * WishState}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "exchange",
      "problem",
      "language",
      "permission",
      "tenancy",
      "vault",
      "api",
      "journal",
      "privacy",
      "organisation",
      "search",
      "figure",
      "task",
      "file",
      "notice",
      "demo"
    })
package org.silian.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
