package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** The first administrator has set the district up. */
public record DistrictSetUp(UUID person, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
