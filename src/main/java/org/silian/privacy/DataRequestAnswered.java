package org.silian.privacy;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** What a person asked about her data was answered. */
public record DataRequestAnswered(
    UUID request, UUID person, boolean granted, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(DataRequestSubject.NAME, request);
  }
}
