package org.silian.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;

/**
 * A place in a list sorted by a key and then by id: keyset paging stays exact while rows come and
 * go.
 *
 * @param key the sort key of the last row seen, as text
 * @param id its id
 */
public record Cursor(String key, UUID id) {

  /** What {@link #toString} gave; {@code null} and empty mean the list's beginning. */
  public static @Nullable Cursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int space = plain.lastIndexOf(' ');
      return new Cursor(plain.substring(0, space), UUID.fromString(plain.substring(space + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw Refusal.invalid("cursor", "after");
    }
  }

  /** The key of a list sorted by day. */
  public LocalDate day() {
    try {
      return LocalDate.parse(key);
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("cursor", "after");
    }
  }

  /** The key of a list sorted by moment, as {@link Instant#toString} gives it. */
  public Instant instant() {
    try {
      return Instant.parse(key);
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("cursor", "after");
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((key + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
