package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/** A person is invited to take up a post. */
public record PersonInvited(UUID person, Role role, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
