package org.silian.file;

import java.util.regex.Pattern;

/** What a file is called by people. It may tell of somebody, so it is kept sealed and erasable. */
final class FileName {

  /** The field under which names are sealed. */
  static final String FIELD = "file-name";

  private static final int LONGEST = 120;

  /** What no file system takes, and what turns the direction of writing to hide an ending. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+");

  private FileName() {}

  /** The name as it may be shown and saved; a plain one where nothing is left of it. */
  static String tidy(String given) {
    var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var name = UNFIT.matcher(last).replaceAll(" ").strip().replaceFirst("^\\.+", "");
    if (name.isBlank()) {
      return "file";
    }
    int[] points = name.codePoints().toArray();
    return points.length <= LONGEST
        ? name
        : new String(points, 0, LONGEST / 2)
            + "…"
            + new String(points, points.length - LONGEST / 2, LONGEST / 2);
  }
}
