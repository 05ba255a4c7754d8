package org.silian.alliance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationDissolved;
import org.silian.organisation.OrganisationFounded;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds bodies, gives them their rule, dissolves them. */
@Component
@Transactional
class BodyManagement {

  private final Bodies bodies;
  private final Seats seats;
  private final Sittings sittings;
  private final SeatSuccession succession;
  private final BodyAccess access;
  private final OrganisationManagement organisations;
  private final OrganisationDirectory directory;
  private final Clock clock;

  BodyManagement(
      Bodies bodies,
      Seats seats,
      Sittings sittings,
      SeatSuccession succession,
      BodyAccess access,
      OrganisationManagement organisations,
      OrganisationDirectory directory,
      Clock clock) {
    this.bodies = bodies;
    this.seats = seats;
    this.sittings = sittings;
    this.succession = succession;
    this.access = access;
    this.organisations = organisations;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Founds an organisation that is a body, within the reach of the post in use. Its rule is its
   * kind's until it is given another.
   */
  UUID found(OrganisationKind kind, String name, UUID parent, LocalDate on) {
    if (!kind.isBody()) {
      throw Refusal.ruleBroken("alliance.not-a-body").at("kind");
    }
    return organisations.found(new Founding(kind, name, parent, null, null, on));
  }

  /** Whoever founds a body's organisation, by whatever door, founds the body. */
  @EventListener
  void on(OrganisationFounded founded) {
    if (founded.kind().isBody()) {
      establish(
          founded.organisation(),
          founded.kind(),
          Objects.requireNonNull(founded.parent()),
          founded.occurredAt());
    }
  }

  /**
   * Gives an organisation that is a body its first rule. A community committee has its secretary's
   * seat from the first day: 由社区党组织书记兼任.
   */
  void establish(UUID id, OrganisationKind kind, UUID parent, Instant at) {
    bodies.save(Body.founded(id, secretariat(kind, parent), BodyRule.of(kind), at));
    if (kind == OrganisationKind.COMMUNITY_COMMITTEE) {
      succession.begin(
          seats.save(
              Seat.created(
                  id,
                  kind,
                  SeatKind.HEAD,
                  true,
                  new Post(parent, Role.COMMUNITY_SECRETARY),
                  SeatSource.COMMUNITY,
                  District.day(at),
                  clock.instant())));
    }
  }

  /**
   * A committee is looked after where it stands; any other body by whoever has founded it, or by
   * the organisation in which it stands that is none itself.
   */
  private UUID secretariat(OrganisationKind kind, UUID parent) {
    var actor = Actor.current();
    boolean committee =
        kind == OrganisationKind.STREET_COMMITTEE || kind == OrganisationKind.COMMUNITY_COMMITTEE;
    if (!committee
        && actor.organisation() != null
        && access.allows(actor, AlliancePermission.SEAT)) {
      return actor.organisation();
    }
    var place = directory.get(parent);
    while (place.kind().isBody()) {
      place = directory.get(Objects.requireNonNull(place.parent()));
    }
    return place.id();
  }

  /**
   * Gives a body its rule and its secretariat.
   *
   * @param secretariat the organisation whose posts look after the body; as it is where absent
   */
  void rule(UUID id, Revision revision, BodyRule rule, @Nullable UUID secretariat) {
    access.refuseUnlessReached(id);
    var body = bodies.findById(id).orElseThrow(() -> Refusal.notFound("alliance.body-not-found"));
    revision.expect(body.version());
    if (secretariat != null && !directory.stands(secretariat, District.day(clock.instant()))) {
      throw Refusal.notFound("organisation.not-found").at("secretariat");
    }
    body.rule(rule, secretariat == null ? body.secretariatId() : secretariat, clock.instant());
    bodies.save(body);
  }

  /** Dissolves a body whose work is done; whoever sits in it, sits there no more. */
  void dissolve(UUID id, LocalDate on) {
    access.refuseUnlessReached(id);
    if (!bodies.existsById(id)) {
      throw Refusal.notFound("alliance.body-not-found");
    }
    organisations.dissolve(id, on);
  }

  @EventListener
  void on(OrganisationDissolved dissolved) {
    if (!dissolved.kind().isBody()) {
      return;
    }
    var on = District.day(dissolved.occurredAt());
    var now = clock.instant();
    for (var sitting : sittings.findByBodyIdAndEndedIsFalse(dissolved.organisation())) {
      var seat = seats.findById(sitting.seatId()).orElseThrow();
      sitting.cease(seat, SittingEnd.BODY_DISSOLVED, on, now);
      sittings.save(sitting);
      seats.save(seat);
    }
    for (var seat : seats.findByBodyIdAndAbolishedOnIsNull(dissolved.organisation())) {
      seat.abolish(now);
      seats.save(seat);
    }
  }
}
