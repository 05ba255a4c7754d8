/**
 * What every endpoint shares: paging, idempotency, conditional changes, JSON nulls, the document.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "language", "permission"})
package org.silian.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
