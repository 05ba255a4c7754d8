package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** Two records that had been merged were not of the same person after all. */
public record PersonsParted(
    UUID merge, UUID kept, UUID merged, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject(PersonSubject.NAME, kept);
  }
}
