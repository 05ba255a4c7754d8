package org.silian.organisation;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * A person's name: 2 to 20 letters, with the points that part the names of many peoples ({@code
 * 买买提·艾力}) and single spaces.
 */
record PersonName(String text) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;
  private static final Pattern FORM =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*([· '-]\\p{L}[\\p{L}\\p{M}]*)*");

  /**
   * Checks the name.
   *
   * @throws Refusal {@code organisation.person-name}
   */
  PersonName {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST || !FORM.matcher(text).matches()) {
      throw Refusal.invalid("organisation.person-name", "name");
    }
  }

  /** Reads a name as people type it: any of the points that look like {@code ·}, stray spaces. */
  static PersonName parse(String text) {
    return new PersonName(plain(text));
  }

  /** As {@link #parse}, for the beginning of a name that somebody looks for. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[•‧・･∙⋅．.]", "·")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?· ?", "·")
        .strip();
  }
}
