package org.silian.alliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.silian.alliance.Sitting.Term;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person take a seat, if her post justifies it and nothing stands against it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SeatFilling {

  private final Seats seats;
  private final Sittings sittings;
  private final OrganisationDirectory organisations;
  private final AppointmentManagement appointments;
  private final JdbcClient jdbc;
  private final Clock clock;

  SeatFilling(
      Seats seats,
      Sittings sittings,
      OrganisationDirectory organisations,
      AppointmentManagement appointments,
      JdbcClient jdbc,
      Clock clock) {
    this.seats = seats;
    this.sittings = sittings;
    this.organisations = organisations;
    this.appointments = appointments;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Two seats of one body are taken one after the other. */
  void lock(UUID body) {
    boolean there =
        jdbc.sql("select version from alliance_body where organisation_id = ? for update")
            .param(body)
            .query((row, n) -> true)
            .optional()
            .isPresent();
    if (!there) {
      throw Refusal.notFound("alliance.body-not-found");
    }
  }

  /**
   * Fills a seat of a body that is locked.
   *
   * @throws Refusal {@code alliance.seat-without-post}, {@code alliance.seat-taken}, {@code
   *     alliance.already-seated}, {@code alliance.officer-not-secretary}, {@code
   *     alliance.term-over}
   */
  Sitting fill(Seat seat, UUID appointment, Term term, boolean succeeded) {
    var now = clock.instant();
    if (term.to() != null && term.to().isBefore(District.day(now))) {
      throw Refusal.invalid("alliance.term-over", "to");
    }
    var person = holder(seat, appointment, term.from());
    if (seat.isSecretarys() && isOfficer(person, term.from())) {
      throw Refusal.ruleBroken("alliance.officer-not-secretary").at("post");
    }
    refuseOverlap("seat_id", seat.id(), seat, term, "alliance.seat-taken");
    refuseOverlap("person_id", person, seat, term, "alliance.already-seated");
    seat.taken();
    seats.save(seat);
    return sittings.save(Sitting.begun(seat, person, appointment, term, succeeded, now));
  }

  /** Whether the person sits in the body on a day or will. */
  boolean sitsIn(UUID body, UUID person, LocalDate from) {
    return jdbc.sql(
            """
            select exists (select from alliance_sitting
              where body_id = ? and person_id = ? and (to_day is null or to_day >= ?))""")
        .params(body, person, from)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private UUID holder(Seat seat, UUID appointment, LocalDate on) {
    return organisations.holders(seat.post().unitId(), EnumSet.of(seat.post().role()), on).stream()
        .filter(holder -> holder.appointment().equals(appointment))
        .findFirst()
        .map(Holder::person)
        .orElseThrow(() -> Refusal.ruleBroken("alliance.seat-without-post").at("post"));
  }

  /** Whether the person is a police officer on a day, or deputy secretary as one. */
  boolean isOfficer(UUID person, LocalDate on) {
    return appointments.posts(person, on).stream()
        .anyMatch(post -> Post.OFFICERS.contains(post.role()));
  }

  private void refuseOverlap(String column, UUID value, Seat seat, Term term, String code) {
    boolean there =
        jdbc.sql(
                """
                select exists (select from alliance_sitting
                  where body_id = :body and %s = :value and to_day is distinct from from_day - 1
                    and (to_day is null or to_day >= :from)
                    and (:to::date is null or from_day <= :to))"""
                    .formatted(column))
            .param("body", seat.bodyId())
            .param("value", value)
            .param("from", term.from())
            .param("to", term.to())
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (there) {
      throw Refusal.conflict(code).at("post");
    }
  }
}
