package org.silian.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.silian.demo.DemoScene;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.silian.wish.WishFact.RejectionReason;
import org.silian.wish.WishFact.ReleaseReason;

/** What became of one wish of the demo, step by step. */
final class WishStory {

  private static final int MOST_STEPS = 10;

  private final DemoScene scene;
  private final WishPlot plot;
  private final UUID id;
  private final Wishes wishes;
  private final WishContacts contacts;
  private final WishRules rules;
  private final Random chance;
  private final Instant latest;
  private Instant at;

  WishStory(
      DemoScene scene,
      WishPlot plot,
      UUID id,
      Wishes wishes,
      WishContacts contacts,
      WishRules rules) {
    this.scene = scene;
    this.plot = plot;
    this.id = id;
    this.wishes = wishes;
    this.contacts = contacts;
    this.rules = rules;
    this.chance = new Random(plot.chance());
    this.at = WishPlot.moment(plot.day(), chance);
    this.latest = District.start(scene.today());
  }

  void steps() {
    var worker = plot.community().worker();
    var claimer = plot.claimer();
    if (reached(WishState.COLLECTED)) {
      return;
    }
    if (plot.end() == WishState.REJECTED) {
      var reason = RejectionReason.valueOf(plot.content().get("reason"));
      step(worker, 1, (wish, when) -> wish.reject(reason, plot.content().get("told"), when));
      return;
    }
    step(worker, 1, (wish, when) -> wish.verify(new WishChecks(true, true, true, true), when));
    if (reached(WishState.VERIFIED)) {
      return;
    }
    step(worker, 1, this::publish);
    if (plot.end() == WishState.WITHDRAWN) {
      step(plot.byHerself() ? plot.wisher() : worker, 3, Wish::withdraw);
      return;
    }
    rollOverWhereDue();
    if (reached(WishState.PUBLISHED)) {
      return;
    }
    if (plot.releasedOnce()) {
      claim(WishPlots.pick(plot.community().helpers(), chance));
      step(worker, 4, (wish, when) -> wish.release(ReleaseReason.CLAIMER_CANNOT, null, when));
    }
    claim(claimer);
    if (reached(WishState.CLAIMED)) {
      return;
    }
    step(worker, 1, (wish, when) -> wish.approve(worker.personOrRefuse(), rules, when));
    if (reached(WishState.APPROVED)) {
      return;
    }
    step(claimer, 2, Wish::contact);
    if (reached(WishState.CONTACTED)) {
      return;
    }
    step(claimer, 3, (wish, when) -> wish.fulfil(plot.content().get("note"), when));
    if (reached(WishState.FULFILLED)) {
      return;
    }
    var how = plot.byHerself() ? Confirmation.WISHER : Confirmation.WORKER_PHONE;
    var wisher = plot.byHerself() ? plot.wisher() : worker;
    step(wisher, 2, (wish, when) -> wish.confirm(how, when));
    if (reached(WishState.CONFIRMED)) {
      return;
    }
    step(wisher, 0, (wish, when) -> wish.rate(plot.rating(), plot.thanks(), when));
    forgetWhereDue();
  }

  private boolean reached(WishState state) {
    return plot.end() == state;
  }

  private Wish publish(Wish wish, Instant when) {
    var text = plot.content().get("text");
    return wish.publish(PublicText.of(text, wish.isForChild(), List.of()), rules, when);
  }

  private void claim(Actor by) {
    var role = Objects.requireNonNull(by.role());
    var kind = ClaimerKind.of(role);
    step(
        by,
        reached(WishState.CLOSED) ? 14 : 2,
        (wish, when) ->
            wish.claim(
                by.personOrRefuse(),
                kind == ClaimerKind.UNIT ? by.organisation() : null,
                kind,
                when));
  }

  private void rollOverWhereDue() {
    if (!reached(WishState.PUBLISHED) && chance.nextInt(15) > 0) {
      return;
    }
    var next = at.atZone(District.ZONE).plus(rules.round()).plusDays(1).toInstant();
    if (next.plus(Duration.ofDays(reached(WishState.PUBLISHED) ? 0 : 20)).isBefore(latest)) {
      at = next;
      take(Actor.SYSTEM, (wish, when) -> wish.rollOver(rules, when));
    }
  }

  private void forgetWhereDue() {
    var due = at.atZone(District.ZONE).plus(rules.contactKept()).plusDays(1).toInstant();
    if (due.isBefore(latest)) {
      at = due;
      take(Actor.SYSTEM, (wish, when) -> wish.forget(when));
      contacts.delete(id);
    }
  }

  /** A step some days later, at an hour at which people are up, and never in the future. */
  private void step(Actor who, int days, BiConsumer<Wish, Instant> verb) {
    long left = Math.max(0, Duration.between(at, latest).toDays() - 1);
    long most = Math.min(days, left / MOST_STEPS);
    var day = District.day(at).plusDays(most == 0 ? 0 : chance.nextLong(most + 1));
    var later = WishPlot.moment(day, chance);
    at = later.isAfter(at) ? later : at.plus(Duration.ofMinutes(20 + chance.nextInt(90)));
    take(who, verb);
  }

  private void take(Actor who, BiConsumer<Wish, Instant> verb) {
    scene.at(
        at,
        who,
        () -> {
          var wish = wishes.findById(id).orElseThrow();
          verb.accept(wish, at);
          return wishes.save(wish);
        });
  }
}
