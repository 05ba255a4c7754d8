package org.silian.privacy;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A person took a consent back. */
public record ConsentWithdrawn(UUID person, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
