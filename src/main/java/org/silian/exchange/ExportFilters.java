package org.silian.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/** The filters of a list, under the names that the list's own address gives them. */
public record ExportFilters(Map<String, String> values) {

  public @Nullable String text(String name) {
    var value = values.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  public @Nullable UUID id(String name) {
    var value = text(name);
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("invalid", name);
    }
  }

  public @Nullable LocalDate day(String name) {
    var value = text(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw Refusal.invalid("invalid", name);
    }
  }

  public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
    var value = text(name);
    try {
      return value == null ? null : Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("invalid", name);
    }
  }
}
