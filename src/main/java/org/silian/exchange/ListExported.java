package org.silian.exchange;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A list was written to a file.
 *
 * @param words which list, by which filters: codes, never what was typed
 */
public record ListExported(
    UUID export,
    UUID organisation,
    Instant occurredAt,
    long rows,
    ExportFormat format,
    String words)
    implements Fact {

  static final String SUBJECT = "export";

  @Override
  public Subject subject() {
    return new Subject(SUBJECT, export);
  }
}
