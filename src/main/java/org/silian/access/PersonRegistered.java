package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/** A person has an account with a standing, in the community she chose. */
public record PersonRegistered(UUID person, Role standing, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
