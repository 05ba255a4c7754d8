package org.silian.territory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/** The divisions that ship with the product, a file for each district ({@code SOURCES.md}). */
final class ShippedDivisions {

  private static final String COMMUNITY_OFFICE = "居委会";
  private static final String VILLAGE_OFFICE = "委会";

  private ShippedDivisions() {}

  /**
   * One division as it is imported.
   *
   * @param name as people say it
   * @param officialName as in the source
   * @param statisticsOnly whether it exists in statistics alone and is never shown
   */
  record Shipped(
      DivisionCode code,
      DivisionLevel level,
      String name,
      String officialName,
      boolean statisticsOnly) {

    @Nullable String parent() {
      return code.parent();
    }
  }

  /** Whether there is a file for the district. */
  static boolean has(String district) {
    return ShippedDivisions.class.getResource(file(district)) != null;
  }

  /**
   * All divisions of a district, parents first.
   *
   * @throws Refusal {@code territory.not-shipped}
   */
  static List<Shipped> of(String district) {
    var lines = lines(new DivisionCode(district));
    var lived = new HashSet<String>();
    for (var line : lines) {
      var code = new DivisionCode(line[0]);
      var parent = code.parent();
      if (isCommunity(code) && !code.isMadeForStatistics() && parent != null) {
        lived.add(parent);
      }
    }
    return lines.stream().map(line -> shipped(line, lived)).toList();
  }

  /** {@code 秀灵南社区} for 秀灵南社区居委会, {@code 友爱村} for 友爱村委会. */
  static String spoken(DivisionLevel level, String official) {
    if (level == DivisionLevel.COMMUNITY && official.endsWith(COMMUNITY_OFFICE)) {
      return cut(official, COMMUNITY_OFFICE);
    }
    if (level == DivisionLevel.VILLAGE && official.endsWith(VILLAGE_OFFICE)) {
      // 新村村委会 is the office of 新村.
      return cut(official, VILLAGE_OFFICE).replaceFirst("村村$", "村");
    }
    return official;
  }

  private static Shipped shipped(String[] line, Set<String> lived) {
    var code = new DivisionCode(line[0]);
    var level = code.level();
    // A special unit without a community of its own is a statistician's (R-COD-03).
    boolean empty = level == DivisionLevel.SPECIAL_UNIT && !lived.contains(code.digits());
    return new Shipped(
        code, level, spoken(level, line[3]), line[3], code.isMadeForStatistics() || empty);
  }

  private static boolean isCommunity(DivisionCode code) {
    return code.level() == DivisionLevel.COMMUNITY || code.level() == DivisionLevel.VILLAGE;
  }

  private static String cut(String text, String end) {
    return text.substring(0, text.length() - end.length());
  }

  private static String file(String district) {
    return "/territory/%s-divisions.csv".formatted(district);
  }

  private static List<String[]> lines(DivisionCode district) {
    var file = file(district.digits());
    var stream = ShippedDivisions.class.getResourceAsStream(file);
    if (stream == null) {
      throw Refusal.notFound("territory.not-shipped");
    }
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(l -> l.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
