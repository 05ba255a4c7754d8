package org.silian.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A district's own words in place of the program's. Asked for every text, so it answers from
 * memory.
 */
public interface Wording {

  /** The district's text of a code, or nothing where it says what the program says. */
  @Nullable String text(String code, Locale locale);
}
