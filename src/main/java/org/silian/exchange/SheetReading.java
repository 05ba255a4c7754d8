package org.silian.exchange;

import java.util.function.ToIntFunction;
import org.silian.problem.Refusal;

/** Reads a file, after what it is and not after what it is called. */
final class SheetReading {

  static final int MOST_BYTES = 20 * 1024 * 1024;

  private static final int[] OLD_EXCEL = {0xD0, 0xCF, 0x11, 0xE0};

  private SheetReading() {}

  /**
   * Reads a spreadsheet or a text file.
   *
   * @param fit how well a sheet fits what is wanted; of several the best is taken
   * @throws Refusal {@code exchange.file-…}
   */
  static Sheet read(byte[] bytes, ToIntFunction<Sheet> fit) {
    if (bytes.length == 0) {
      throw refused("empty");
    }
    if (bytes.length > MOST_BYTES) {
      throw refused("too-large");
    }
    if (startsWith(bytes, OLD_EXCEL)) {
      throw refused("old-excel");
    }
    var sheet = startsWith(bytes, 'P', 'K') ? XlsxReading.read(bytes, fit) : CsvReading.read(bytes);
    if (sheet.lines().isEmpty()) {
      throw refused("empty");
    }
    return sheet;
  }

  /** Refuses the file as a whole. */
  static Refusal refused(String why) {
    return Refusal.invalid("exchange.file-" + why, "file");
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
