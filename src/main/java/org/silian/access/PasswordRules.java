package org.silian.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * What makes a password too easy to guess. Length is what counts: no mixture of kinds of characters
 * is demanded, and none expires.
 */
final class PasswordRules {

  static final int SHORTEST = 10;
  static final int LONGEST = 128;

  private static final Set<String> COMMON = read();

  /** Rows of keys, as a finger runs along them. */
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "!@#$%^&*()_+");

  private PasswordRules() {}

  /**
   * Refuses a password that is too easy.
   *
   * @throws Refusal {@code access.password-length}, {@code access.password-personal}, {@code
   *     access.password-simple}, {@code access.password-common}, each at {@code password}
   */
  static void check(String password, @Nullable String name, @Nullable String phone) {
    int length = password.codePointCount(0, password.length());
    refuseIf(length < SHORTEST || length > LONGEST, "access.password-length");
    var lower = password.toLowerCase(Locale.ROOT);
    refuseIf(isPersonal(lower, name, phone), "access.password-personal");
    refuseIf(isSimple(lower), "access.password-simple");
    refuseIf(isCommon(lower), "access.password-common");
  }

  private static void refuseIf(boolean refused, String code) {
    if (refused) {
      throw Refusal.invalid(code, "password");
    }
  }

  private static boolean isPersonal(String lower, @Nullable String name, @Nullable String phone) {
    boolean tellsPhone =
        phone != null && phone.length() > 8 && lower.contains(phone.substring(phone.length() - 8));
    boolean tellsName =
        name != null && name.length() > 1 && lower.contains(name.toLowerCase(Locale.ROOT));
    return tellsPhone || tellsName;
  }

  /** Digits alone, few different characters, one piece again and again, or runs along the keys. */
  private static boolean isSimple(String lower) {
    return lower.chars().allMatch(c -> c >= '0' && c <= '9')
        || lower.chars().distinct().count() < 5
        || isRepeated(lower)
        || withoutRuns(lower).length() < 4;
  }

  private static boolean isRepeated(String lower) {
    return (lower + lower).indexOf(lower, 1) < lower.length();
  }

  /** What remains when every run of four characters or more along the keys is taken out. */
  private static String withoutRuns(String lower) {
    var rest = new StringBuilder();
    int from = 0;
    while (from < lower.length()) {
      int run = run(lower, from);
      if (run >= 4) {
        from += run;
      } else {
        rest.append(lower.charAt(from++));
      }
    }
    return rest.toString();
  }

  private static int run(String lower, int from) {
    int longest = 1;
    while (from + longest < lower.length() && isRun(lower.substring(from, from + longest + 1))) {
      longest++;
    }
    return longest;
  }

  private static boolean isRun(String piece) {
    var backwards = new StringBuilder(piece).reverse().toString();
    Predicate<String> contains = row -> row.contains(piece) || row.contains(backwards);
    return RUNS.stream().anyMatch(contains) || piece.chars().distinct().count() == 1;
  }

  /** A well-known password, also with digits and signs put before or behind it. */
  private static boolean isCommon(String lower) {
    var core = lower.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
    return COMMON.contains(lower) || COMMON.contains(core) || COMMON.contains(plain(core));
  }

  private static String plain(String core) {
    return core.replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('1', 'i')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's')
        .replace('7', 't');
  }

  private static Set<String> read() {
    try (var file =
            Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/access/common-passwords.txt"));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
