package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A worker set up at the counter how a person reads. */
public record ReadingSetUp(UUID person, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject(PersonSubject.NAME, person);
  }
}
