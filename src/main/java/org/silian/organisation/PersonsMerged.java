package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** Two records were of the same person; one was kept. */
public record PersonsMerged(
    UUID merge, UUID kept, UUID merged, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject(PersonSubject.NAME, kept);
  }
}
