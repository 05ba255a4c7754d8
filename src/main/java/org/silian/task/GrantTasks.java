package org.silian.task;

import org.silian.journal.Subject;
import org.silian.organisation.AppointmentApproved;
import org.silian.organisation.AppointmentDeclined;
import org.silian.organisation.AppointmentProposed;
import org.silian.organisation.OrganisationDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts appointments that need approval on the list of whoever approves them. */
@Component
class GrantTasks {

  private final Tasks tasks;
  private final OrganisationDirectory organisations;

  GrantTasks(Tasks tasks, OrganisationDirectory organisations) {
    this.tasks = tasks;
    this.organisations = organisations;
  }

  @EventListener
  void on(AppointmentProposed proposed) {
    organisations
        .district()
        .ifPresent(
            district ->
                tasks.open(
                    new Opening(
                        "grant.approve",
                        new Subject(AppointmentProposed.PROPOSAL, proposed.appointment()),
                        new Owner.OfPosts(district.id(), "grant.approve"),
                        null,
                        null)));
  }

  @EventListener
  void on(AppointmentApproved approved) {
    tasks.closeAll(new Subject(AppointmentProposed.PROPOSAL, approved.appointment()));
  }

  @EventListener
  void on(AppointmentDeclined declined) {
    tasks.closeAll(new Subject(AppointmentProposed.PROPOSAL, declined.appointment()));
  }
}
