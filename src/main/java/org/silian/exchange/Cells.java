package org.silian.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/** Reads what people write into cells. */
final class Cells {

  private static final Pattern WRITTEN_DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?(\\s.*)?");
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL_DAY = Pattern.compile("\\d{4,5}(\\.\\d+)?");
  private static final Pattern LOSSY = Pattern.compile("[+-]?\\d(\\.\\d+)?[eE]\\+?\\d{1,3}");
  private static final Pattern ERROR =
      Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)");
  private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dXx])");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final Set<String> YES =
      Set.of("是", "有", "同意", "已同意", "对", "√", "✓", "✔", "☑", "y", "yes", "true", "1");
  private static final Set<String> NO =
      Set.of(
          "否", "无", "没有", "不同意", "不", "×", "✗", "✘", "x", "☐", "n", "no", "false", "0", "-", "/",
          "—");

  private Cells() {}

  /** As it was meant: no spaces around, digits and letters half-width, no leading apostrophe. */
  static String plain(String cell) {
    var text = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
      if (wide) {
        text.append((char) (c - '０' + '0'));
      } else if (c == '\u3000' || c == '\u00a0' || c == '\t') {
        text.append(' ');
      } else if (c != '\ufeff' && c != '\u200b' && (c >= ' ' || c == '\n')) {
        text.append(c);
      }
    }
    var plain = text.toString().strip();
    return plain.startsWith("'") ? plain.substring(1).strip() : plain;
  }

  /** For comparing headers and choices: neither width, case, space, bracket nor mark counts. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[(\\[【〔].*?[)\\]】〕]", "")
        .replaceAll("[\\s*:：、,，。./\\\\_-]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String half(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Whether digits have been lost: 1.38E+10. */
  static boolean isLossy(String text) {
    return LOSSY.matcher(text).matches();
  }

  /** Whether the spreadsheet itself found no value. */
  static boolean isError(String text) {
    return ERROR.matcher(text).matches();
  }

  /** Whether it holds an ID number by GB 11643 (R-COD-04), which is never imported. */
  static boolean holdsIdNumber(String text) {
    return ID_NUMBER.matcher(text).results().anyMatch(match -> checks(match.group()));
  }

  private static boolean checks(String id) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (id.charAt(i) - '0') * WEIGHTS[i];
    }
    return "10X98765432".charAt(sum % 11) == Character.toUpperCase(id.charAt(17));
  }

  static LocalDate day(String text, boolean since1904, String field) {
    var plain = half(text);
    try {
      for (var pattern : new Pattern[] {WRITTEN_DAY, COMPACT_DAY}) {
        var match = pattern.matcher(plain);
        if (match.matches()) {
          return LocalDate.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(2)),
              Integer.parseInt(match.group(3)));
        }
      }
    } catch (DateTimeException e) {
      throw Refusal.invalid("exchange.day", field);
    }
    if (SERIAL_DAY.matcher(plain).matches()) {
      return serialDay(new BigDecimal(plain).longValue(), since1904);
    }
    throw Refusal.invalid("exchange.day", field);
  }

  /** A day as spreadsheets count them; that of 1900 has a 29 February which never was. */
  static LocalDate serialDay(long serial, boolean since1904) {
    return since1904
        ? LocalDate.of(1904, 1, 1).plusDays(serial)
        : LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
  }

  static String fen(String text, String field) {
    var plain = half(text).replaceAll("[,¥￥\\s]|元|块|rmb|RMB", "");
    try {
      return new BigDecimal(plain).movePointRight(2).toBigIntegerExact().toString();
    } catch (ArithmeticException | NumberFormatException e) {
      throw Refusal.invalid("exchange.money", field);
    }
  }

  static boolean yes(String text, String field) {
    var plain = half(text).toLowerCase(Locale.ROOT);
    if (YES.contains(plain)) {
      return true;
    }
    if (NO.contains(plain)) {
      return false;
    }
    throw Refusal.invalid("exchange.yes-no", field);
  }

  /** One cell by the type of its field. */
  static String read(ImportField field, String cell, boolean since1904) {
    if (isError(cell)) {
      throw Refusal.invalid("exchange.cell-error", field.key());
    }
    if (isLossy(half(cell))) {
      throw Refusal.invalid("exchange.lossy", field.key());
    }
    if (holdsIdNumber(cell)) {
      throw Refusal.invalid("exchange.id-number", field.key());
    }
    return switch (field.type()) {
      case TEXT -> cell;
      case PHONE -> half(cell);
      case DAY -> day(cell, since1904, field.key()).format(DateTimeFormatter.ISO_LOCAL_DATE);
      case YUAN -> fen(cell, field.key());
      case YES_NO -> String.valueOf(yes(cell, field.key()));
      case CHOICE -> {
        var meant = field.choices().get(key(cell));
        if (meant == null) {
          throw Refusal.invalid("exchange.choice", field.key());
        }
        yield meant;
      }
    };
  }
}
