package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/** A person in a role of an organisation, from a day to a day. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("organisation_appointment")
class Appointment extends AbstractAggregateRoot<Appointment> {

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final UUID personId;
  private final Role role;
  private final UUID organisationId;
  private final @Nullable UUID gridId;
  private final LocalDate fromDay;
  private @Nullable LocalDate toDay;
  private final @Nullable String document;
  private @Nullable String endDocument;
  private @Nullable String extensionDocument;
  private boolean ended;
  private boolean awaitsApproval;
  private @Nullable LocalDate wantedToDay;
  private @Nullable UUID proposerId;
  private @Nullable UUID approverId;

  @PersistenceCreator
  Appointment(
      UUID id,
      UUID personId,
      Role role,
      UUID organisationId,
      @Nullable UUID gridId,
      LocalDate fromDay,
      @Nullable String document) {
    this.id = id;
    this.personId = personId;
    this.role = role;
    this.organisationId = organisationId;
    this.gridId = gridId;
    this.fromDay = fromDay;
    this.document = document;
  }

  /** An appointment to a role that the organisation has. One that is already over ends at once. */
  static Appointment made(Appointing a, Organisation organisation, Instant now) {
    var appointment = checked(a, organisation);
    appointment.begin(a.to(), now);
    return appointment;
  }

  /** As {@link #made}, but it gives no rights until somebody else approves it. */
  static Appointment proposed(Appointing a, Organisation organisation, UUID proposer, Instant now) {
    var appointment = checked(a, organisation);
    appointment.toDay = a.from().minusDays(1);
    appointment.ended = true;
    appointment.awaitsApproval = true;
    appointment.wantedToDay = a.to();
    appointment.proposerId = proposer;
    appointment.registerEvent(
        new AppointmentProposed(appointment.id, a.person(), a.role(), organisation.id(), now));
    return appointment;
  }

  private static Appointment checked(Appointing a, Organisation organisation) {
    if (!organisation.kind().roles().contains(a.role())) {
      throw Refusal.ruleBroken("organisation.role-not-of-kind").at("role");
    }
    Days.refuseUnlikely(a.from(), "from");
    if (a.to() != null) {
      Days.refuseUnlikely(a.to(), "to");
      if (a.from().isAfter(a.to())) {
        throw Refusal.invalid("organisation.from-after-to", "to");
      }
    }
    if (!organisation.standsOn(a.from())) {
      throw Refusal.ruleBroken("organisation.dissolved").at("organisation");
    }
    return new Appointment(
        UuidCreator.getTimeOrderedEpoch(),
        a.person(),
        a.role(),
        organisation.id(),
        a.grid(),
        a.from(),
        a.document());
  }

  private void begin(@Nullable LocalDate to, Instant now) {
    ended = false;
    toDay = to;
    registerEvent(
        new PersonAppointed(id, personId, role, organisationId, gridId, Days.moment(fromDay, now)));
    runOut(now);
  }

  /** What was proposed takes effect, if whoever says so is neither concerned nor the proposer. */
  void approve(UUID approver, Instant now) {
    refuseUnlessAwaiting();
    if (approver.equals(personId) || approver.equals(proposerId)) {
      throw Refusal.ruleBroken("organisation.own-grant");
    }
    awaitsApproval = false;
    approverId = approver;
    registerEvent(new AppointmentApproved(id, personId, role, organisationId, now));
    begin(wantedToDay, now);
  }

  /** What was proposed falls away, having given no rights. */
  void decline(Instant now) {
    refuseUnlessAwaiting();
    awaitsApproval = false;
    registerEvent(new AppointmentDeclined(id, personId, role, organisationId, now));
  }

  /** What was proposed, as it would be made now. */
  Appointing wanted() {
    refuseUnlessAwaiting();
    return new Appointing(personId, role, organisationId, fromDay, wantedToDay, document, gridId);
  }

  private void refuseUnlessAwaiting() {
    if (!awaitsApproval) {
      throw Refusal.conflict("organisation.not-awaiting");
    }
  }

  /**
   * Lets its term last longer.
   *
   * @param to the new last day; absent to leave it open
   * @return the added time, as a term of its own
   */
  Appointing extend(@Nullable LocalDate to, @Nullable String paper, Instant now) {
    if (ended) {
      throw Refusal.conflict("organisation.appointment-ended");
    }
    if (to != null) {
      Days.refuseUnlikely(to, "to");
    }
    var before = toDay;
    if (before == null || (to != null && !to.isAfter(before))) {
      throw Refusal.invalid("organisation.extension-shortens", "to");
    }
    toDay = to;
    extensionDocument = paper;
    registerEvent(new AppointmentExtended(id, personId, role, organisationId, to, now));
    return new Appointing(personId, role, organisationId, before.plusDays(1), to, paper, gridId);
  }

  /**
   * Ends it, or settles that it will end.
   *
   * @param on the first day on which it is no longer held
   */
  void end(LocalDate on, @Nullable String paper, Instant now) {
    Days.refuseUnlikely(on, "on");
    if (ended) {
      throw Refusal.conflict("organisation.appointment-ended");
    }
    if (on.isBefore(fromDay)) {
      throw Refusal.invalid("organisation.end-before-from", "on");
    }
    if (toDay != null && on.isAfter(toDay.plusDays(1))) {
      throw Refusal.invalid("organisation.end-after-term", "on");
    }
    toDay = on.minusDays(1);
    endDocument = paper;
    if (on.isAfter(District.day(now))) {
      registerEvent(new AppointmentTermSet(id, personId, role, organisationId, toDay, now));
    } else {
      tellEnd(Days.moment(on, now));
    }
  }

  /**
   * Ends it because the organisation is no more; one that would have begun later ends before it
   * begins, one with an earlier last day keeps that.
   */
  void endWithOrganisation(LocalDate on, Instant now) {
    if (toDay == null || toDay.isAfter(on.minusDays(1))) {
      toDay = on.isBefore(fromDay) ? fromDay.minusDays(1) : on.minusDays(1);
    }
    tellEnd(Days.moment(toDay.plusDays(1), now));
  }

  /** Tells its end once its last day is over. */
  void runOut(Instant now) {
    if (!ended && toDay != null && toDay.isBefore(District.day(now))) {
      tellEnd(District.start(toDay.plusDays(1)));
    }
  }

  private void tellEnd(Instant at) {
    ended = true;
    registerEvent(new AppointmentEnded(id, personId, role, organisationId, gridId, at));
  }

  UUID id() {
    return id;
  }

  Role role() {
    return role;
  }

  UUID personId() {
    return personId;
  }

  UUID organisationId() {
    return organisationId;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
