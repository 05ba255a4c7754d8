package org.silian.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.PersonBoard.Held;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.springframework.stereotype.Component;

/** Appointments as clients see them. */
@Component
class AppointmentViews {

  private final Permissions permissions;
  private final Texts texts;

  AppointmentViews(Permissions permissions, Texts texts) {
    this.permissions = permissions;
    this.texts = texts;
  }

  /**
   * An appointment.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   * @param endDocument the number of the paper that ends it
   * @param awaitsApproval whether it gives no rights until the security administrator approves it
   * @param steps what the post in use may do with it now: {@code end}, {@code extend}
   */
  record AppointmentView(
      UUID id,
      long version,
      Role role,
      String roleName,
      OrganisationLink organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endDocument,
      boolean awaitsApproval,
      List<String> steps) {}

  AppointmentView view(Held held) {
    return new AppointmentView(
        held.id(),
        held.version(),
        held.role(),
        roleName(held.role()),
        held.organisation(),
        held.from(),
        held.to(),
        held.document(),
        held.endDocument(),
        held.awaitsApproval(),
        steps(held.ended(), held.to()));
  }

  List<String> steps(boolean ended, @Nullable LocalDate to) {
    var role = Actor.current().role();
    var steps = new ArrayList<String>();
    if (!ended && role != null && permissions.allows(role, "person.appoint")) {
      steps.add("end");
      if (to != null) {
        steps.add("extend");
      }
    }
    return steps;
  }

  String roleName(Role role) {
    return texts.text("role." + role);
  }
}
