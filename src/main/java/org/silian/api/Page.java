package org.silian.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next the cursor to pass as {@code after} for what follows; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * A page out of one row more than asked for, which tells whether anything follows.
   *
   * @param rows at most {@code size + 1}
   * @param cursor the cursor that points behind a row
   */
  public static <T> Page<T> of(List<T> rows, int size, Function<T, Cursor> cursor) {
    if (rows.size() <= size) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, size);
    return new Page<>(List.copyOf(items), cursor.apply(items.getLast()).toString());
  }

  /** The same page with each item shown otherwise. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
