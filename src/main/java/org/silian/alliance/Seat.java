package org.silian.alliance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.AllianceFact.SeatAbolished;
import org.silian.alliance.AllianceFact.SeatCreated;
import org.silian.alliance.AllianceFact.SeatLeftVacant;
import org.silian.alliance.AllianceFact.SuccessionAsked;
import org.silian.organisation.Days;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A seat in a body, whoever sits on it: what it is, and by virtue of which post it is held. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("alliance_seat")
class Seat extends AbstractAggregateRoot<Seat> {

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final UUID bodyId;
  private final OrganisationKind bodyKind;
  private final SeatKind kind;
  private final boolean voting;

  @Embedded.Empty private final Post post;

  private final SeatSource source;
  private final LocalDate createdOn;
  private @Nullable Vacancy vacancy;
  private @Nullable LocalDate vacantSince;
  private @Nullable LocalDate abolishedOn;

  @PersistenceCreator
  Seat(
      UUID id,
      UUID bodyId,
      OrganisationKind bodyKind,
      SeatKind kind,
      boolean voting,
      Post post,
      SeatSource source,
      LocalDate createdOn) {
    this.id = id;
    this.bodyId = bodyId;
    this.bodyKind = bodyKind;
    this.kind = kind;
    this.voting = voting;
    this.post = post;
    this.source = source;
    this.createdOn = createdOn;
  }

  /**
   * A seat in a body that stands, vacant as yet.
   *
   * @throws Refusal {@code alliance.officer-not-secretary}: an officer is deputy secretary at most;
   *     {@code alliance.head-is-secretary}: 大党委书记由社区党组织书记兼任
   */
  static Seat created(
      UUID body,
      OrganisationKind bodyKind,
      SeatKind kind,
      boolean voting,
      Post post,
      SeatSource source,
      LocalDate on,
      Instant now) {
    Days.refuseUnlikely(on, "from");
    if (!Post.justifies(post.role())) {
      throw Refusal.ruleBroken("alliance.seat-without-post").at("post");
    }
    var seat =
        new Seat(UuidCreator.getTimeOrderedEpoch(), body, bodyKind, kind, voting, post, source, on);
    if (seat.isSecretarys() && Post.OFFICERS.contains(post.role())) {
      throw Refusal.ruleBroken("alliance.officer-not-secretary").at("post");
    }
    if (kind == SeatKind.HEAD
        && bodyKind == OrganisationKind.COMMUNITY_COMMITTEE
        && post.role() != Role.COMMUNITY_SECRETARY) {
      throw Refusal.ruleBroken("alliance.head-is-secretary").at("post");
    }
    seat.vacancy = Vacancy.AWAITS;
    seat.vacantSince = on;
    seat.registerEvent(
        new SeatCreated(
            seat.id, body, Days.moment(on, now), kind, voting, post.unitId(), post.role(), source));
    return seat;
  }

  /** Whether whoever sits there is called 书记. */
  boolean isSecretarys() {
    return kind == SeatKind.HEAD
        && (bodyKind == OrganisationKind.STREET_COMMITTEE
            || bodyKind == OrganisationKind.COMMUNITY_COMMITTEE);
  }

  /** Somebody sits on it now. */
  void taken() {
    refuseAbolished();
    vacancy = null;
    vacantSince = null;
  }

  /** Nobody sits on it any more. */
  void vacated(LocalDate since) {
    vacancy = Vacancy.AWAITS;
    vacantSince = since;
  }

  /**
   * Asks the secretariat who takes it.
   *
   * @param successor who has taken up the post, where that is known
   */
  void ask(@Nullable UUID successor, Instant now) {
    refuseHeld();
    vacancy = Vacancy.ASKED;
    registerEvent(
        new SuccessionAsked(id, bodyId, now, kind, post.unitId(), post.role(), successor));
  }

  /** Answers that nobody takes it for now. */
  void leaveVacant(Instant now) {
    refuseAbolished();
    refuseHeld();
    if (vacancy == Vacancy.LEFT) {
      throw Refusal.conflict("alliance.left-vacant");
    }
    vacancy = Vacancy.LEFT;
    registerEvent(new SeatLeftVacant(id, bodyId, now, kind, post.unitId()));
  }

  /** Takes the seat out of the body; nobody may sit on it. */
  void abolish(Instant now) {
    refuseAbolished();
    refuseHeld();
    abolishedOn = District.day(now);
    registerEvent(new SeatAbolished(id, bodyId, now, kind, post.unitId()));
  }

  private void refuseHeld() {
    if (vacancy == null) {
      throw Refusal.conflict("alliance.seat-held");
    }
  }

  private void refuseAbolished() {
    if (abolishedOn != null) {
      throw Refusal.conflict("alliance.seat-abolished");
    }
  }

  UUID id() {
    return id;
  }

  UUID bodyId() {
    return bodyId;
  }

  OrganisationKind bodyKind() {
    return bodyKind;
  }

  SeatKind kind() {
    return kind;
  }

  Post post() {
    return post;
  }

  SeatSource source() {
    return source;
  }

  @Nullable Vacancy vacancy() {
    return vacancy;
  }

  @Nullable LocalDate vacantSince() {
    return vacantSince;
  }

  boolean isAbolished() {
    return abolishedOn != null;
  }

  LocalDate createdOn() {
    return createdOn;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
