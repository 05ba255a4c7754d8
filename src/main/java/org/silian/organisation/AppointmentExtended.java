package org.silian.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/**
 * An appointment lasts longer.
 *
 * @param until the new last day; absent where the end is open
 */
public record AppointmentExtended(
    UUID appointment,
    UUID person,
    Role role,
    UUID organisation,
    @Nullable LocalDate until,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return PersonAppointed.subject(role, appointment, person);
  }
}
