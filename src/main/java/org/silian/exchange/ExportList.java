package org.silian.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silian.api.Page;

/**
 * A list that can be exported as it is seen, brought by the module that shows it. Its texts are
 * {@code export.<name>} and {@code export.<name>.<column>}.
 *
 * @param permission the list's own; absent where everybody has one of her own
 * @param columns in the order of the screen
 * @param reading the same that the screen asks
 * @param words the filters as a person reads them
 * @param count how many rows there are, where that is quick to say; else −1
 */
public record ExportList(
    String name,
    @Nullable String permission,
    List<String> columns,
    Reading reading,
    Words words,
    Count count) {

  /** Reads a page; each row has a value for each column: text, number, day or moment. */
  public interface Reading {
    Page<List<Object>> page(ExportFilters filters, @Nullable String after, int size);
  }

  /** Says each filter that is set, for instance {@code 状态：待核实}. */
  public interface Words {
    List<String> of(ExportFilters filters);
  }

  /** Counts. */
  public interface Count {
    long of(ExportFilters filters);
  }

  /** A list of which nobody can say quickly how long it is. */
  public ExportList(
      String name,
      @Nullable String permission,
      List<String> columns,
      Reading reading,
      Words words) {
    this(name, permission, columns, reading, words, _ -> -1);
  }

  /** All rows of a list that does not come in pages. */
  public static Page<List<Object>> whole(List<List<Object>> rows) {
    return new Page<>(rows, null);
  }
}
