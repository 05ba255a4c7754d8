package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/** Somebody is to be appointed to a role that needs the approval of another. */
public record AppointmentProposed(
    UUID appointment, UUID person, Role role, UUID organisation, Instant occurredAt)
    implements Fact {

  /** The subject type under which whoever approves finds it. */
  public static final String PROPOSAL = "appointment-proposal";

  @Override
  public Subject subject() {
    return PersonAppointed.subject(role, appointment, person);
  }
}
