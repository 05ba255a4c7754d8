package org.silian.alliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.Sitting.Term;
import org.silian.api.Revision;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes seats, fills and empties them, on behalf of the body's secretariat. */
@Component
@Transactional
class SeatManagement {

  private final Seats seats;
  private final Sittings sittings;
  private final SeatFilling filling;
  private final BodyAccess access;
  private final OrganisationDirectory organisations;
  private final Clock clock;

  SeatManagement(
      Seats seats,
      Sittings sittings,
      SeatFilling filling,
      BodyAccess access,
      OrganisationDirectory organisations,
      Clock clock) {
    this.seats = seats;
    this.sittings = sittings;
    this.filling = filling;
    this.access = access;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * A seat to be made.
   *
   * @param unit where the post is that justifies it
   * @param role which post that is
   * @param appointment who takes it at once; absent where it is vacant for now
   * @param from its first day, and that of whoever takes it; today where absent
   */
  record NewSeat(
      SeatKind kind,
      boolean voting,
      @Nullable UUID unit,
      @Nullable Role role,
      @Nullable UUID appointment,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document) {}

  /**
   * Makes a seat, and lets somebody take it.
   *
   * @throws Refusal {@code alliance.seat-without-post} without a post that justifies it, {@code
   *     alliance.one-head}, and what {@link SeatFilling#fill} refuses
   */
  UUID create(UUID body, NewSeat wanted) {
    access.refuseUnlessReached(body);
    filling.lock(body);
    var place = standing(body);
    var unit = unit(wanted.unit(), wanted.role());
    var role = Objects.requireNonNull(wanted.role());
    if (wanted.kind() == SeatKind.HEAD) {
      refuseSecondHead(body);
    }
    var from = wanted.from() == null ? today() : wanted.from();
    var seat =
        Seat.created(
            body,
            place.kind(),
            wanted.kind(),
            wanted.voting(),
            new Post(unit.id(), role),
            source(unit),
            from,
            clock.instant());
    seats.save(seat);
    if (wanted.appointment() != null) {
      filling.fill(
          seat, wanted.appointment(), new Term(from, wanted.to(), wanted.document()), false);
    }
    return seat.id();
  }

  /** Lets somebody who holds the seat's post take it. */
  void fill(UUID id, Revision revision, UUID appointment, Term term) {
    var seat = seat(id);
    revision.expect(seat.version());
    filling.lock(seat.bodyId());
    standing(seat.bodyId());
    filling.fill(seat, appointment, term, false);
  }

  /** Leaves a seat vacant for now: nobody is asked again until somebody is seated. */
  void leaveVacant(UUID id, Revision revision) {
    var seat = seat(id);
    revision.expect(seat.version());
    seat.leaveVacant(clock.instant());
    seats.save(seat);
  }

  void abolish(UUID id, Revision revision) {
    var seat = seat(id);
    revision.expect(seat.version());
    seat.abolish(clock.instant());
    seats.save(seat);
  }

  /**
   * Ends a sitting.
   *
   * @param on the first day on which it is no longer held, today at the latest
   * @param document the number of the paper that ends it
   */
  UUID release(UUID id, Revision revision, LocalDate on, @Nullable String document) {
    var sitting =
        sittings.findById(id).orElseThrow(() -> Refusal.notFound("alliance.seat-not-found"));
    var seat = seat(sitting.seatId());
    revision.expect(sitting.version());
    sitting.release(seat, on, document, clock.instant());
    sittings.save(sitting);
    seats.save(seat);
    return seat.bodyId();
  }

  /** The seat of a body within reach. */
  Seat seat(UUID id) {
    var seat = seats.findById(id).orElseThrow(() -> Refusal.notFound("alliance.seat-not-found"));
    access.refuseUnlessReached(seat.bodyId());
    return seat;
  }

  private OrganisationSummary standing(UUID body) {
    if (!organisations.stands(body, today())) {
      throw Refusal.ruleBroken("alliance.body-dissolved");
    }
    return organisations.get(body);
  }

  private OrganisationSummary unit(@Nullable UUID id, @Nullable Role role) {
    var unit = id == null ? null : organisations.find(id).orElse(null);
    if (unit == null
        || role == null
        || !unit.kind().roles().contains(role)
        || !organisations.stands(unit.id(), today())) {
      throw Refusal.ruleBroken("alliance.seat-without-post").at("post");
    }
    return unit;
  }

  private SeatSource source(OrganisationSummary unit) {
    var at = unit;
    while (!SeatSource.tells(at.kind()) && at.parent() != null) {
      at = organisations.get(at.parent());
    }
    return SeatSource.of(at.kind());
  }

  private void refuseSecondHead(UUID body) {
    boolean hasOne =
        seats.findByBodyIdAndAbolishedOnIsNull(body).stream().anyMatch(Seat::isSecretarys);
    if (hasOne) {
      throw Refusal.conflict("alliance.one-head").at("kind");
    }
  }

  private LocalDate today() {
    return District.day(clock.instant());
  }
}
