package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/** An appointment that was proposed falls away. */
public record AppointmentDeclined(
    UUID appointment, UUID person, Role role, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return PersonAppointed.subject(role, appointment, person);
  }
}
