package org.silian.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/**
 * An appointment is no longer in force: ended by somebody, or run out. Told when its rights are
 * gone, so that its open tasks can be handed on.
 */
public record AppointmentEnded(
    UUID appointment,
    UUID person,
    Role role,
    UUID organisation,
    @Nullable UUID grid,
    Instant occurredAt)
    implements Fact {

  /** Of an appointment without a grid. */
  public AppointmentEnded(
      UUID appointment, UUID person, Role role, UUID organisation, Instant occurredAt) {
    this(appointment, person, role, organisation, null, occurredAt);
  }

  @Override
  public Subject subject() {
    return PersonAppointed.subject(role, appointment, person);
  }

  @Override
  public List<Measure> measures() {
    return role == Role.PARTY_MEMBER && grid != null ? List.of(new Measure("N10", -1)) : List.of();
  }
}
