package org.silian.territory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * A division's code, out of which what it is can be read: six digits by GB/T 2260 (R-COD-01), three
 * more for a street or town, three more for a community or village (R-COD-02).
 *
 * @param digits 6, 9 or 12 of them
 */
record DivisionCode(String digits) {

  private static final Pattern FORM =
      Pattern.compile("[1-8][0-9](?!00)[0-9]{2}(?!00)[0-9]{2}((?!000)[0-9]{3}){0,2}");
  private static final int DISTRICT = 6;
  private static final int TOWNSHIP = 9;

  /**
   * Checks the code.
   *
   * @throws Refusal {@code territory.code}
   */
  DivisionCode {
    if (!FORM.matcher(digits).matches()) {
      throw refused();
    }
    level(digits);
  }

  DivisionLevel level() {
    return level(digits);
  }

  /** The code of the division it lies in; none for a district. */
  @Nullable String parent() {
    return digits.length() == DISTRICT ? null : digits.substring(0, digits.length() - 3);
  }

  /**
   * Whether it stands for no community that people know: the numbers from 400 are made for
   * statistics (R-COD-03).
   */
  boolean isMadeForStatistics() {
    return digits.length() > TOWNSHIP && digits.charAt(TOWNSHIP) >= '4';
  }

  private static DivisionLevel level(String digits) {
    return switch (digits.length()) {
      case DISTRICT -> DivisionLevel.DISTRICT;
      case TOWNSHIP ->
          switch (digits.charAt(DISTRICT)) {
            case '0' -> DivisionLevel.STREET;
            case '1', '2', '3' -> DivisionLevel.TOWN;
            case '4', '5' -> DivisionLevel.SPECIAL_UNIT;
            default -> throw refused();
          };
      default ->
          switch (digits.charAt(TOWNSHIP)) {
            case '0', '1', '4' -> DivisionLevel.COMMUNITY;
            case '2', '3', '5' -> DivisionLevel.VILLAGE;
            default -> throw refused();
          };
    };
  }

  private static Refusal refused() {
    return Refusal.invalid("territory.code", "division");
  }
}
