package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A person has chosen another password, having proved her phone. */
public record PasswordChanged(UUID person, UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
