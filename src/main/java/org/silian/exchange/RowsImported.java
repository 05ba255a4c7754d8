package org.silian.exchange;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * Rows of a file were taken in. What each of them became tells facts of its own.
 *
 * @param words the kind of rows
 */
public record RowsImported(
    UUID importing,
    UUID organisation,
    Instant occurredAt,
    int made,
    int changed,
    int there,
    int left,
    String words)
    implements Fact {

  static final String SUBJECT = "import";

  @Override
  public Subject subject() {
    return new Subject(SUBJECT, importing);
  }
}
