package org.silian.wish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes wishes: who may, and which. What happens to a wish is {@link Wish}'s own business. */
@Component
class WishManagement {

  private final Wishes wishes;
  private final WishContacts contacts;
  private final OrganisationDirectory organisations;
  private final Permissions permissions;
  private final WishRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;

  WishManagement(
      Wishes wishes,
      WishContacts contacts,
      OrganisationDirectory organisations,
      Permissions permissions,
      WishRules rules,
      JdbcClient jdbc,
      Clock clock) {
    this.wishes = wishes;
    this.contacts = contacts;
    this.organisations = organisations;
    this.permissions = permissions;
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Writes a wish down, with the way to reach the wisher beside it. */
  @Transactional
  Wish collect(UUID id, Telling told, WishContacts.Contact contact) {
    var wish =
        wishes.save(Wish.collected(id, nextNumber(told.origin().collectedAt()), told, rules));
    contacts.keep(id, contact);
    return wish;
  }

  /** Refuses what {@link #collect} would refuse, and changes nothing. */
  void tryToCollect(Telling told) {
    Wish.collected(UuidCreator.getTimeOrderedEpoch(), "", told, rules);
  }

  private String nextNumber(Instant at) {
    long next =
        jdbc.sql("select nextval('wish_number')").query((row, n) -> row.getLong(1)).single();
    return "%d-%04d".formatted(District.day(at).getYear(), next);
  }

  /**
   * Takes a step of the current actor.
   *
   * @throws Refusal {@code not-found} for a wish out of reach, {@code forbidden} for a step that is
   *     not the actor's, {@code stale} where the wish has changed since it was read
   */
  @Transactional
  void step(UUID id, Revision revision, WishStep step, BiConsumer<Wish, Instant> verb) {
    var wish = find(id);
    refuseUnlessAllowed(wish, step);
    revision.expect(wish.version());
    verb.accept(wish, clock.instant());
    wishes.save(wish);
  }

  /**
   * Claims a wish for the current actor: for herself, or for her unit where she acts as its
   * liaison. Of two at the same moment the second waits here and is then told that it is claimed.
   */
  @Transactional
  UUID claim(UUID id) {
    var locked =
        jdbc.sql("select id from wish where id = ? for update").param(id).query((r, n) -> 1).list();
    if (locked.isEmpty()) {
      throw Refusal.notFound("not-found");
    }
    var wish = find(id);
    var actor = Actor.current();
    var role = actor.role() == null ? Role.RESIDENT : actor.role();
    var by = ClaimerKind.of(role);
    if (wish.state() == WishState.PUBLISHED) {
      refuseUnlessAllowed(wish, WishStep.CLAIM);
    }
    wish.claim(
        actor.personOrRefuse(),
        by == ClaimerKind.UNIT ? actor.organisation() : null,
        by,
        clock.instant());
    wishes.save(wish);
    return id;
  }

  /** Publishes under a text that must not give the wisher away. */
  void publish(UUID id, Revision revision, String text) {
    var names = contacts.of(id).map(c -> List.of(c.name())).orElse(List.of());
    step(
        id,
        revision,
        WishStep.PUBLISH,
        (wish, at) -> wish.publish(PublicText.of(text, wish.isForChild(), names), rules, at));
  }

  /** Approves the claimer, whom a worker of the community accompanies on the first visit. */
  void approve(UUID id, Revision revision, UUID companion) {
    step(
        id,
        revision,
        WishStep.APPROVE,
        (wish, at) -> {
          if (companions(wish.organisationId(), at).stream()
              .noneMatch(worker -> worker.person().equals(companion))) {
            throw Refusal.invalid("wish.companion", "withWorker");
          }
          wish.approve(companion, rules, at);
        });
  }

  /**
   * The confirmation, and the rating where one is given along with it. From a worker it is recorded
   * as what it is: the wisher's word by phone.
   */
  void confirm(UUID id, Revision revision, @Nullable Integer rating, @Nullable String words) {
    step(
        id,
        revision,
        WishStep.CONFIRM,
        (wish, at) -> {
          boolean herself = wish.isOf(Actor.current().personOrRefuse());
          wish.confirm(herself ? Confirmation.WISHER : Confirmation.WORKER_PHONE, at);
          if (rating != null) {
            wish.rate(rating, words, at);
          }
        });
  }

  /** The workers who may go along on a first visit in a community. */
  List<OrganisationDirectory.Holder> companions(UUID community, Instant at) {
    return organisations.holders(community, WishPermission.COLLECT.roles(), District.day(at));
  }

  private Wish find(UUID id) {
    return wishes.findById(id).orElseThrow(() -> Refusal.notFound("not-found"));
  }

  private void refuseUnlessAllowed(Wish wish, WishStep step) {
    var actor = Actor.current();
    var person = actor.personOrRefuse();
    var relation =
        Relation.of(
            actor,
            wish.isOf(person),
            wish.isClaimedBy(person),
            organisations.get(wish.organisationId()).path());
    if (!relation.may(step, permissions)) {
      throw relation.maySee(permissions)
          ? Refusal.forbidden("forbidden")
          : Refusal.notFound("not-found");
    }
  }
}
