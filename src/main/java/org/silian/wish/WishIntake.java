package org.silian.wish;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
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
  private final OrganisationDirectory organisations;
  private final PersonManagement persons;
  private final Permissions permissions;
  private final Clock clock;

  WishIntake(
      WishManagement management,
      OrganisationDirectory organisations,
      PersonManagement persons,
      Permissions permissions,
      Clock clock) {
    this.management = management;
    this.organisations = organisations;
    this.persons = persons;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Takes the wish down and returns its id. */
  @Transactional
  UUID take(WishController.WishForm form, Actor actor) {
    return form.wisher() == null
        ? own(form, actor)
        : onBehalf(form, form.wisher(), actor, clock.instant());
  }

  private UUID own(WishController.WishForm form, Actor actor) {
    refuseUnless(actor, WishPermission.MAKE);
    var person = actor.personOrRefuse();
    var consent = form.consent();
    if (consent.how() != Consent.How.SELF) {
      throw Refusal.invalid("wish.consent-of-self", "consent.how");
    }
    return management.collect(
        telling(form, community(form.community(), actor), person, null, clock.instant()),
        new WishContacts.Contact(persons.name(person), persons.phone(person), form.address()));
  }

  /**
   * Writes a wish down for somebody.
   *
   * @param at when she told it and consented, which may be long ago
   */
  @Transactional
  UUID onBehalf(
      WishController.WishForm form, WishController.WisherForm wisher, Actor actor, Instant at) {
    return management.collect(
        told(form, actor, at),
        new WishContacts.Contact(wisher.name(), wisher.phone(), form.address()));
  }

  /** As {@link #onBehalf}, without writing anything: refuses what that would refuse. */
  void tryOnBehalf(WishController.WishForm form, Actor actor, Instant at) {
    management.tryToCollect(told(form, actor, at));
  }

  private Telling told(WishController.WishForm form, Actor actor, Instant at) {
    refuseUnless(actor, WishPermission.COLLECT);
    if (form.consent().how() == Consent.How.SELF) {
      throw Refusal.invalid("wish.consent-of-other", "consent.how");
    }
    var community = community(form.community(), actor);
    if (!actor.reaches(organisations.get(community).path())) {
      throw Refusal.invalid("wish.community-out-of-reach", "community");
    }
    return telling(form, community, null, actor.personOrRefuse(), at);
  }

  private UUID community(@Nullable UUID chosen, Actor actor) {
    var organisation = chosen == null ? actor.organisation() : chosen;
    if (organisation == null) {
      throw Refusal.invalid("missing", "community");
    }
    return organisations.communityOf(organisation).id();
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
