package org.silian.privacy;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A person was erased: her id is left, and names nobody. */
public record PersonErased(UUID person, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
