package org.silian.alliance;

import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * The number of an official document, as 西组联〔2026〕3号: the issuers' sign, the year, which one of the
 * year.
 */
record DocumentNumber(String text, int year) {

  private static final Pattern FORM =
      Pattern.compile("(\\p{IsHan}{1,16})[〔\\[［【(（](\\d{4})[〕\\]］】)）]第?(\\d{1,4})号");

  /**
   * Reads a number as people type it: with any brackets, spaces, full-width digits.
   *
   * @throws Refusal {@code alliance.document-number}
   */
  static DocumentNumber parse(String typed) {
    var plain = typed.replaceAll("[\\s\\u3000]+", "");
    plain =
        plain
            .codePoints()
            .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    var found = FORM.matcher(plain);
    if (!found.matches()) {
      throw Refusal.invalid("alliance.document-number", "number");
    }
    int year = Integer.parseInt(found.group(2));
    int number = Integer.parseInt(found.group(3));
    return new DocumentNumber("%s〔%d〕%d号".formatted(found.group(1), year, number), year);
  }
}
