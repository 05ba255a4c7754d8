/**
 * Facts told once: entries, measures, the queue and its drain, timelines, reversals. There is no
 * second book.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"problem", "language", "permission", "tenancy", "vault", "mail", "api"})
package org.silian.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
