package org.silian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/**
 * It was settled that an appointment will end. {@link AppointmentEnded} follows when it does.
 *
 * @param until the last day
 */
public record AppointmentTermSet(
    UUID appointment,
    UUID person,
    Role role,
    UUID organisation,
    LocalDate until,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return PersonAppointed.subject(role, appointment, person);
  }
}
