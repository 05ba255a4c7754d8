package org.silian.exchange;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * A row as it was understood: each field that has a value, read by its type.
 *
 * @param line of the file
 */
public record ImportRow(int line, Map<String, String> values) {

  /** As written, in half-width digits and letters; of a choice, what is meant. */
  public @Nullable String text(String field) {
    return values.get(field);
  }

  /** A field that every row has. */
  public String required(String field) {
    var value = values.get(field);
    if (value == null) {
      throw Refusal.invalid("exchange.required", field);
    }
    return value;
  }

  public @Nullable LocalDate day(String field) {
    var value = values.get(field);
    return value == null ? null : LocalDate.parse(value);
  }

  public @Nullable Long fen(String field) {
    var value = values.get(field);
    return value == null ? null : Long.valueOf(value);
  }

  /** Whether the cell says yes. */
  public boolean yes(String field) {
    return Boolean.parseBoolean(values.get(field));
  }
}
