package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A person can prove by one thing more who she is. */
public record FactorAdded(UUID person, Factor factor, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
