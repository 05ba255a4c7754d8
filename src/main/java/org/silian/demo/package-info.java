/**
 * A district of invented people, told through the doors that real ones use. Each module with
 * something to show brings a {@link org.silian.demo.DemoChapter}; the clock travels, so that three
 * years of it are told in seconds and end today.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "postgres",
      "tenancy",
      "permission",
      "journal",
      "territory",
      "organisation",
      "access"
    })
package org.silian.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
