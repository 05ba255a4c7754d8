package org.silian.exchange;

import java.util.List;
import java.util.Set;

/**
 * What a file holds, whatever it is: lines of cells as text, blank lines left out.
 *
 * @param name of the sheet; empty for a text file
 * @param since1904 whether days are counted from 1904
 * @param hiddenColumns from 0
 * @param notes what whoever brought it must be told
 */
record Sheet(
    String name,
    boolean since1904,
    List<Line> lines,
    Set<Integer> hiddenColumns,
    List<Note> notes) {

  static final int MOST_LINES = 50_000;
  static final int MOST_COLUMNS = 256;

  /**
   * A line.
   *
   * @param number as people count them, from 1
   */
  record Line(int number, boolean hidden, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Something to be said about the file, and how often. */
  record Note(String code, int count) {}

  int width() {
    return lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
  }
}
