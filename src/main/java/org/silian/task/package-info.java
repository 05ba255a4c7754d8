/**
 * The one to-do list: what a person or a post owes, by when, who waits for it; urging (only down
 * one's own line) and handing over. A task keeps no words of its record: titles are read when the
 * list is.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "exchange",
      "problem",
      "language",
      "api",
      "permission",
      "tenancy",
      "journal",
      "privacy",
      "organisation",
      "notice"
    })
package org.silian.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
