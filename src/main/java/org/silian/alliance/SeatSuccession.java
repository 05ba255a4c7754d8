package org.silian.alliance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.Sitting.Term;
import org.silian.organisation.AppointmentEnded;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.organisation.PersonAppointed;
import org.silian.tenancy.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets seats follow the posts that justify them, in the transaction in which the post changes
 * hands. A sitting ends with its post always; who comes next follows, or is asked about, as the
 * body's rule says. Where it follows but there are several who could, it is asked all the same.
 */
@Component
class SeatSuccession {

  /** How long before the end of a post its successor may have begun. */
  private static final Period HANDOVER = Period.ofMonths(1);

  private final Bodies bodies;
  private final Seats seats;
  private final Sittings sittings;
  private final SeatFilling filling;
  private final OrganisationDirectory organisations;
  private final Clock clock;

  SeatSuccession(
      Bodies bodies,
      Seats seats,
      Sittings sittings,
      SeatFilling filling,
      OrganisationDirectory organisations,
      Clock clock) {
    this.bodies = bodies;
    this.seats = seats;
    this.sittings = sittings;
    this.filling = filling;
    this.organisations = organisations;
    this.clock = clock;
  }

  @EventListener
  void on(AppointmentEnded ended) {
    if (!Post.justifies(ended.role())) {
      return;
    }
    var on = District.day(ended.occurredAt());
    for (var sitting : sittings.findByAppointmentIdAndEndedIsFalse(ended.appointment())) {
      filling.lock(sitting.bodyId());
      var seat = seats.findById(sitting.seatId()).orElseThrow();
      sitting.cease(seat, SittingEnd.POST_ENDED, on, clock.instant());
      sittings.save(sitting);
      succeed(seats.save(seat), successors(seat, on));
    }
  }

  @EventListener
  void on(PersonAppointed appointed) {
    if (!Post.justifies(appointed.role())) {
      return;
    }
    var from = later(District.day(appointed.occurredAt()), today());
    for (var seat : seats.waitingFor(appointed.organisation(), appointed.role())) {
      filling.lock(seat.bodyId());
      var taker =
          holders(seat, from).stream()
              .filter(holder -> holder.appointment().equals(appointed.appointment()))
              .toList();
      if (!taker.isEmpty()) {
        succeed(seat, taker);
      }
    }
  }

  /** Lets a seat that has just been made be taken by who holds its post, if that is one person. */
  void begin(Seat seat) {
    filling.lock(seat.bodyId());
    var takers = holders(seat, today());
    if (takers.size() == 1) {
      succeed(seat, takers);
    }
  }

  /** Nothing here may refuse: a post changes hands whatever becomes of the seat. */
  private void succeed(Seat seat, List<Holder> successors) {
    var rule = bodies.findById(seat.bodyId()).orElseThrow().rule();
    boolean follows = rule.succession() == Succession.FOLLOWS;
    var only = successors.size() == 1 ? successors.getFirst() : null;
    if (follows && only != null && maySit(seat, only)) {
      filling.fill(seat, only.appointment(), term(rule, first(seat, only)), true);
    } else if (!follows || !successors.isEmpty()) {
      seat.ask(only == null ? null : only.person(), clock.instant());
      seats.save(seat);
    }
  }

  private boolean maySit(Seat seat, Holder holder) {
    var from = first(seat, holder);
    return !filling.sitsIn(seat.bodyId(), holder.person(), from)
        && !(seat.isSecretarys() && filling.isOfficer(holder.person(), from));
  }

  /** The first day on which the seat is vacant and the post held. */
  private static LocalDate first(Seat seat, Holder holder) {
    return later(holder.since(), seat.vacantSince());
  }

  /** A term by the rule; one that would be over already lasts as long as the post. */
  private Term term(BodyRule rule, LocalDate from) {
    var to = rule.lastDay(from);
    return new Term(from, to == null || to.isBefore(today()) ? null : to, null);
  }

  /** Who has taken up the post since the one before began to leave it. */
  private List<Holder> successors(Seat seat, LocalDate on) {
    return holders(seat, later(on, today())).stream()
        .filter(holder -> !holder.since().isBefore(on.minus(HANDOVER)))
        .toList();
  }

  /** Who holds the post on a day, and sits not there yet. */
  private List<Holder> holders(Seat seat, LocalDate on) {
    return organisations.holders(seat.post().unitId(), EnumSet.of(seat.post().role()), on).stream()
        .filter(holder -> !filling.sitsIn(seat.bodyId(), holder.person(), on))
        .toList();
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  private LocalDate today() {
    return District.day(clock.instant());
  }
}
