package org.silian.alliance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.AllianceFact.SeatTaken;
import org.silian.alliance.AllianceFact.SeatVacated;
import org.silian.organisation.Days;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/** A person on a seat, from a day to a day, by virtue of an appointment. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("alliance_sitting")
class Sitting extends AbstractAggregateRoot<Sitting> {

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final UUID seatId;
  private final UUID bodyId;
  private final UUID personId;
  private final UUID appointmentId;
  private final boolean succeeded;
  private final LocalDate fromDay;
  private @Nullable LocalDate toDay;
  private final @Nullable String document;
  private @Nullable String endDocument;
  private @Nullable SittingEnd ending;
  private boolean ended;

  @PersistenceCreator
  Sitting(
      UUID id,
      UUID seatId,
      UUID bodyId,
      UUID personId,
      UUID appointmentId,
      boolean succeeded,
      LocalDate fromDay,
      @Nullable String document) {
    this.id = id;
    this.seatId = seatId;
    this.bodyId = bodyId;
    this.personId = personId;
    this.appointmentId = appointmentId;
    this.succeeded = succeeded;
    this.fromDay = fromDay;
    this.document = document;
  }

  /**
   * From when to when a seat is taken, by which paper.
   *
   * @param to the last day; absent where it lasts as long as the post
   * @param document the number of the paper that appoints (聘书, 名册)
   */
  record Term(LocalDate from, @Nullable LocalDate to, @Nullable String document) {

    Term {
      Days.refuseUnlikely(from, "from");
      if (to != null) {
        Days.refuseUnlikely(to, "to");
        if (to.isBefore(from)) {
          throw Refusal.invalid("alliance.from-after-to", "to");
        }
      }
    }
  }

  /**
   * Somebody takes a seat.
   *
   * @param succeeded whether the seat followed its post, and nobody was asked
   */
  static Sitting begun(
      Seat seat, UUID person, UUID appointment, Term term, boolean succeeded, Instant now) {
    if (term.from().isBefore(seat.createdOn())) {
      throw Refusal.invalid("alliance.before-the-seat", "from");
    }
    var sitting =
        new Sitting(
            UuidCreator.getTimeOrderedEpoch(),
            seat.id(),
            seat.bodyId(),
            person,
            appointment,
            succeeded,
            term.from(),
            term.document());
    sitting.toDay = term.to();
    sitting.registerEvent(
        new SeatTaken(
            seat.id(),
            seat.bodyId(),
            Days.moment(term.from(), now),
            person,
            appointment,
            seat.kind(),
            seat.bodyKind(),
            seat.post().role(),
            seat.source(),
            succeeded));
    return sitting;
  }

  /**
   * Ends it.
   *
   * @param on the first day on which it is no longer held
   */
  void release(Seat seat, LocalDate on, @Nullable String paper, Instant now) {
    Days.refuseUnlikely(on, "on");
    if (ended) {
      throw Refusal.conflict("alliance.sitting-ended");
    }
    if (on.isBefore(fromDay)) {
      throw Refusal.invalid("alliance.end-before-from", "on");
    }
    if (on.isAfter(District.day(now)) || (toDay != null && on.isAfter(toDay.plusDays(1)))) {
      throw Refusal.invalid("alliance.end-day", "on");
    }
    endDocument = paper;
    end(seat, SittingEnd.RELEASED, on, now);
  }

  /** Ends it because what it rests on has ended; one that would have begun later never does. */
  void cease(Seat seat, SittingEnd why, LocalDate on, Instant now) {
    var first = toDay == null || on.isBefore(toDay.plusDays(1)) ? on : toDay.plusDays(1);
    end(seat, why, first.isBefore(fromDay) ? fromDay : first, now);
  }

  /** Ends it once its last day is over. */
  void runOut(Seat seat, Instant now) {
    if (!ended && toDay != null && toDay.isBefore(District.day(now))) {
      end(seat, SittingEnd.TERM_OVER, toDay.plusDays(1), now);
    }
  }

  private void end(Seat seat, SittingEnd why, LocalDate on, Instant now) {
    toDay = on.minusDays(1);
    ending = why;
    ended = true;
    registerEvent(
        new SeatVacated(
            seat.id(),
            bodyId,
            Days.moment(on, now),
            personId,
            seat.kind(),
            seat.bodyKind(),
            seat.post().role(),
            seat.source(),
            why));
    seat.vacated(on);
  }

  UUID id() {
    return id;
  }

  UUID seatId() {
    return seatId;
  }

  UUID bodyId() {
    return bodyId;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
