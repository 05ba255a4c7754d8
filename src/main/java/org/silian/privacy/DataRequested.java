package org.silian.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A person asks something about her data. */
public record DataRequested(
    UUID request,
    UUID person,
    DataRequest.Kind kind,
    LocalDate due,
    UUID organisation,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(DataRequestSubject.NAME, request);
  }
}
