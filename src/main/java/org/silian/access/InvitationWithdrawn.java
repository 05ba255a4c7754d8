package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/** An invitation that nobody had taken up was withdrawn; its link is dead. */
public record InvitationWithdrawn(UUID person, Role role, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
