package org.silian.organisation;

import java.text.Normalizer;
import java.util.Locale;
import org.silian.problem.Refusal;

/**
 * Unified social credit code by GB 32100: 17 characters and one that checks them (R-COD-05).
 *
 * @param code 18 characters, none of them I, O, S, V or Z
 */
record Uscc(String code) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int BASE = 31;
  private static final int STEP = 3;

  /**
   * Checks the code.
   *
   * @throws Refusal {@code organisation.uscc}
   */
  Uscc {
    if (code.length() != LENGTH || code.charAt(LENGTH - 1) != check(code)) {
      throw refused();
    }
  }

  /** Reads a code as people write it: full-width or small letters, spaces. */
  static Uscc parse(String text) {
    return new Uscc(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toUpperCase(Locale.ROOT));
  }

  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        throw refused();
      }
      sum += value * weight;
      weight = weight * STEP % BASE;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  private static Refusal refused() {
    return Refusal.invalid("organisation.uscc", "uscc");
  }
}
