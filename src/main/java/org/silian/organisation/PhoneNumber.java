package org.silian.organisation;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * A mobile or landline number of mainland China, in digits alone (R-COD-06).
 *
 * @param digits 11 of a mobile, or 10 to 12 of a landline with its area code
 */
public record PhoneNumber(String digits) {

  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern LANDLINE = Pattern.compile("0[1-9][0-9]{1,2}[2-9][0-9]{6,7}");

  public PhoneNumber {
    if (!isPhone(digits)) {
      throw Refusal.invalid("organisation.phone", "phone");
    }
  }

  /**
   * Reads a number as people write it: full-width digits, spaces, hyphens, brackets, +86.
   *
   * @throws Refusal {@code organisation.phone}
   */
  public static PhoneNumber parse(String text) {
    return new PhoneNumber(plain(text));
  }

  /** Whether {@link #parse} would read it. */
  public static boolean isPhone(String text) {
    var digits = plain(text);
    return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches();
  }

  /** The number as it may be shown: {@code 138****1234}, {@code 0771****67}. */
  public String masked() {
    return isMobile()
        ? digits.substring(0, 3) + "****" + digits.substring(7)
        : digits.substring(0, 4) + "****" + digits.substring(digits.length() - 2);
  }

  /** Whether it can receive a text message. */
  public boolean isMobile() {
    return MOBILE.matcher(digits).matches();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s()\\-‐-―−]", "")
        .replaceFirst("^(\\+86|0086)", "");
  }
}
