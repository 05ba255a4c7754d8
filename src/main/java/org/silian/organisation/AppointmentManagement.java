package org.silian.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Appoints persons to roles in organisations, and ends appointments. */
@Component
@Transactional
public class AppointmentManagement {

  /**
   * An appointment to be made.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   * @param grid the grid in which the post works
   */
  public record Appointing(
      UUID person,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable UUID grid) {}

  /**
   * An appointment in force.
   *
   * @param path of the subtree whose records the post works with: its organisation's, and for a
   *     department that of the organisation above it
   */
  public record CurrentPost(
      UUID appointment,
      Role role,
      UUID organisation,
      OrganisationKind kind,
      String organisationName,
      String path,
      LocalDate from,
      @Nullable LocalDate to) {}

  /** Appoints a person. Whoever acts in a post appoints within its reach. */
  public UUID appoint(Appointing appointing) {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends an appointment; ending it today ends its rights at once.
   *
   * @param on the first day on which it is no longer held; the day before is its last
   */
  public void end(UUID appointment, LocalDate on, @Nullable String document) {
    throw new UnsupportedOperationException();
  }

  /** The posts a person holds on a day, the oldest first. */
  public List<CurrentPost> posts(UUID person, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
