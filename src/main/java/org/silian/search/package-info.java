/**
 * One box that finds records by number or words, Chinese by words and by pairs of characters, names
 * of organisations and places also by pinyin and initials. What is out of the reach of a post is
 * not found and not counted. A module whose records can be found brings a {@link
 * org.silian.search.Searchable}; the rest follows from its facts.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "api",
      "permission",
      "tenancy",
      "journal",
      "privacy",
      "organisation"
    })
package org.silian.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
