package org.silian.wish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two doors of a wish: a person's own phone, and a worker who writes for somebody else. */
@Component
class WishIntake {

  private final WishManagement management;
  private final WishReading reading;
  private final OrganisationDirectory organisations;
  private final PersonManagement persons;
  private final Permissions permissions;
  private final Clock clock;

  WishIntake(
      WishManagement management,
      WishReading reading,
      OrganisationDirectory organisations,
      PersonManagement persons,
      Permissions permissions,
      Clock clock) {
    this.management = management;
    this.reading = reading;
    this.organisations = organisations;
    this.persons = persons;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Takes the wish down under an id, and returns it as the actor may see it. */
  @Transactional
  WishRecord take(UUID id, WishController.WishForm form, Actor actor) {
    var told = form.wisher() == null ? own(form, actor) : other(form, actor, clock.instant());
    var wish = management.collect(id, told.telling(), told.contact());
    return reading.told(wish, told.telling(), told.contact(), told.community(), actor);
  }

  /**
   * Writes a wish down for somebody.
   *
   * @param at when she told it and consented, which may be long ago
   */
  @Transactional
  UUID onBehalf(WishController.WishForm form, Actor actor, Instant at) {
    var told = other(form, actor, at);
    var id = UuidCreator.getTimeOrderedEpoch();
    return management.collect(id, told.telling(), told.contact()).id();
  }

  /** As {@link #onBehalf}, without writing anything: refuses what that would refuse. */
  void tryOnBehalf(WishController.WishForm form, Actor actor, Instant at) {
    management.tryToCollect(other(form, actor, at).telling());
  }

  /** What a form tells: where it belongs, the wish, and how to reach the wisher. */
  private record Told(
      OrganisationSummary community, Telling telling, WishContacts.Contact contact) {}

  private Told own(WishController.WishForm form, Actor actor) {
    refuseUnless(actor, WishPermission.MAKE);
    var person = actor.personOrRefuse();
    if (form.consent().how() != Consent.How.SELF) {
      throw Refusal.invalid("wish.consent-of-self", "consent.how");
    }
    var community = community(form.community(), actor);
    return new Told(
        community,
        telling(form, community.id(), person, null, clock.instant()),
        new WishContacts.Contact(persons.name(person), persons.phone(person), form.address()));
  }

  private Told other(WishController.WishForm form, Actor actor, Instant at) {
    var wisher = Objects.requireNonNull(form.wisher());
    refuseUnless(actor, WishPermission.COLLECT);
    if (form.consent().how() == Consent.How.SELF) {
      throw Refusal.invalid("wish.consent-of-other", "consent.how");
    }
    var community = community(form.community(), actor);
    if (!actor.reaches(community.path())) {
      throw Refusal.invalid("wish.community-out-of-reach", "community");
    }
    return new Told(
        community,
        telling(form, community.id(), null, actor.personOrRefuse(), at),
        new WishContacts.Contact(wisher.name(), wisher.phone(), form.address()));
  }

  private OrganisationSummary community(@Nullable UUID chosen, Actor actor) {
    var organisation = chosen == null ? actor.organisation() : chosen;
    if (organisation == null) {
      throw Refusal.invalid("missing", "community");
    }
    return organisations.communityOf(organisation);
  }

  private Telling telling(
      WishController.WishForm form,
      UUID community,
      @Nullable UUID wisher,
      @Nullable UUID collector,
      Instant at) {
    var words = form.words().strip();
    var title =
        form.title() == null || form.title().isBlank()
            ? WishReading.shortened(words)
            : form.title().strip();
    var origin =
        new Origin(
            community,
            form.kind(),
            form.child(),
            wisher,
            collector,
            at,
            new Consent(form.consent().noticeVersion(), form.consent().how(), at),
            form.costFen());
    return new Telling(origin, title, words, form.guardianConsent());
  }

  private void refuseUnless(Actor actor, WishPermission permission) {
    var role = actor.role() == null ? Role.RESIDENT : actor.role();
    if (!permissions.allows(role, permission.id())) {
      throw Refusal.forbidden("forbidden");
    }
  }
}
