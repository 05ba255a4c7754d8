package org.silian.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Subject;

/**
 * What is to be done, about which record, by whom.
 *
 * @param kind for instance {@code wish.verify}; its sentence is the text {@code task.<kind>}, with
 *     {@code {title}} and {@code {number}} of the record, or {@code task.<kind>.untitled} where the
 *     reader may not open the record
 * @param due the last day on which it is not late; absent where nothing presses
 * @param asker the organisation that waits for it
 */
public record Opening(
    String kind, Subject subject, Owner owner, @Nullable LocalDate due, @Nullable UUID asker) {

  public Opening {
    if (!kind.matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+") || kind.length() > 60) {
      throw new IllegalArgumentException("Not a kind of task: " + kind);
    }
  }
}
