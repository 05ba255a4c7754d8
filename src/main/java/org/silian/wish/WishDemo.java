package org.silian.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silian.demo.DemoChapter;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene;
import org.silian.demo.DemoScene.Community;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.tenancy.District;
import org.silian.wish.WishFact.RejectionReason;
import org.silian.wish.WishFact.ReleaseReason;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Three years of wishes in the demo district, and a few dozen under way today in every state. */
@Component
@Profile("demo")
@Order(100)
class WishDemo implements DemoChapter {

  private static final int CONFIRMED = 910;
  private static final int REJECTED = 36;
  private static final int WITHDRAWN = 18;
  private static final int MOST_STEPS = 10;

  /** How many are under way today, by the state they are in; CONFIRMED wait for a rating. */
  private static final Map<WishState, Integer> UNDER_WAY =
      Map.of(
          WishState.COLLECTED, 9,
          WishState.VERIFIED, 4,
          WishState.PUBLISHED, 26,
          WishState.CLAIMED, 6,
          WishState.APPROVED, 5,
          WishState.CONTACTED, 6,
          WishState.FULFILLED, 5,
          WishState.CONFIRMED, 4);

  private final WishManagement management;
  private final Wishes wishes;
  private final WishContacts contacts;
  private final PersonManagement persons;
  private final WishRules rules;
  private final TransactionTemplate transaction;

  WishDemo(
      WishManagement management,
      Wishes wishes,
      WishContacts contacts,
      PersonManagement persons,
      WishRules rules,
      TransactionTemplate transaction) {
    this.management = management;
    this.wishes = wishes;
    this.contacts = contacts;
    this.persons = persons;
    this.rules = rules;
    this.transaction = transaction;
  }

  /** A wish to be told: who, where, from which day, and how far it has come. */
  private record Plot(
      Community community,
      DemoRow content,
      LocalDate day,
      WishState end,
      boolean byHerself,
      boolean releasedOnce,
      Actor wisher,
      Actor claimer,
      String thanks,
      int rating,
      long chance) {}

  @Override
  public void tell(DemoScene scene) {
    var plots = plots(scene);
    plots.sort(Comparator.comparing(Plot::day));
    var district = District.current();
    // Numbers follow the days on which wishes were told; what became of each is told side by side.
    var told = new ArrayList<UUID>();
    for (var plot : plots) {
      told.add(collect(scene, plot));
    }
    try (var tellers = Executors.newFixedThreadPool(4)) {
      var tellings =
          IntStream.range(0, plots.size())
              .mapToObj(
                  i ->
                      tellers.submit(
                          () ->
                              district.run(
                                  () -> new Telling(scene, plots.get(i), told.get(i)).go())))
              .toList();
      for (var telling : tellings) {
        telling.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A wish of the demo could not be told", e.getCause());
    }
  }

  private List<Plot> plots(DemoScene scene) {
    var chance = scene.random("wish");
    var content = new Content(scene, chance);
    var plots = new ArrayList<Plot>();
    for (int i = 0; i < CONFIRMED; i++) {
      plots.add(plot(scene, content, chance, longAgo(scene, chance, 12), WishState.CLOSED, false));
    }
    for (int i = 0; i < REJECTED; i++) {
      plots.add(plot(scene, content, chance, longAgo(scene, chance, 5), WishState.REJECTED, false));
    }
    for (int i = 0; i < WITHDRAWN; i++) {
      plots.add(
          plot(scene, content, chance, longAgo(scene, chance, 5), WishState.WITHDRAWN, false));
    }
    for (var state : WishState.values()) {
      int count = UNDER_WAY.getOrDefault(state, 0);
      for (int i = 0; i < count; i++) {
        plots.add(plot(scene, content, chance, lately(scene, chance, state), state, i < 2));
      }
    }
    return plots;
  }

  private static LocalDate longAgo(DemoScene scene, Random chance, int atLeast) {
    // More of them lately: the square root leans towards today.
    double lean = Math.sqrt(chance.nextDouble());
    long days = 34L * 30 - atLeast;
    return scene.today().minusDays(atLeast + Math.round((1 - lean) * days));
  }

  /** So long ago that each step fits in before today, and a little overdue now and then. */
  private static LocalDate lately(DemoScene scene, Random chance, WishState state) {
    int days =
        switch (state) {
          case COLLECTED -> 1 + chance.nextInt(4);
          case VERIFIED -> 2 + chance.nextInt(3);
          case PUBLISHED -> 4 + chance.nextInt(45);
          case CLAIMED -> 6 + chance.nextInt(10);
          case APPROVED -> 8 + chance.nextInt(8);
          case CONTACTED -> 12 + chance.nextInt(8);
          case FULFILLED -> 16 + chance.nextInt(8);
          default -> 20 + chance.nextInt(6);
        };
    return scene.today().minusDays(days);
  }

  private static Plot plot(
      DemoScene scene,
      Content content,
      Random chance,
      LocalDate day,
      WishState end,
      boolean atHome) {
    var communities = scene.communities();
    var community =
        atHome
            ? communities.stream().filter(Community::home).findFirst().orElseThrow()
            : communities.get(chance.nextInt(communities.size()));
    var row = end == WishState.REJECTED ? content.rejection() : content.wish();
    var helpers = community.helpers();
    var wisher = pick(community.residents(), chance);
    var claimer = chance.nextInt(5) == 0 ? pick(scene.liaisons(), chance) : pick(helpers, chance);
    var thanks = content.thanks(row);
    return new Plot(
        community,
        row,
        day,
        end,
        chance.nextInt(10) < 6,
        end == WishState.CLOSED && chance.nextInt(12) == 0,
        wisher,
        claimer,
        thanks.get("words"),
        Integer.parseInt(thanks.get("rating")),
        chance.nextLong());
  }

  private static <T> T pick(List<T> from, Random chance) {
    return from.get(chance.nextInt(from.size()));
  }

  private UUID collect(DemoScene scene, Plot plot) {
    var row = plot.content();
    var child = Boolean.parseBoolean(row.get("child", "false"));
    var actor = plot.byHerself() ? plot.wisher() : plot.community().worker();
    var at = moment(plot.day(), new Random(plot.chance()));
    return scene.at(
        at,
        actor,
        () ->
            management.collect(
                new Wish.Telling(
                    plot.community().id(),
                    WishKind.valueOf(row.get("kind")),
                    row.get("title"),
                    row.get("words"),
                    cost(row),
                    child,
                    child,
                    new Consent("1", plot.byHerself() ? Consent.How.SELF : Consent.How.ORAL, at),
                    plot.byHerself() ? plot.wisher().personOrRefuse() : null,
                    plot.byHerself() ? null : actor.personOrRefuse()),
                contact(plot.wisher())));
  }

  private WishContacts.Contact contact(Actor wisher) {
    var person = wisher.personOrRefuse();
    return new WishContacts.Contact(persons.name(person), persons.phone(person), null);
  }

  private @Nullable Long cost(DemoRow row) {
    var cost = row.get("cost_fen", "");
    return cost.isEmpty() ? null : Math.min(Long.parseLong(cost), rules.capFen());
  }

  private static Instant moment(LocalDate day, Random chance) {
    return day.atTime(LocalTime.of(8 + chance.nextInt(10), chance.nextInt(60)))
        .atZone(District.ZONE)
        .toInstant();
  }

  /** What became of one wish, in one transaction. */
  private final class Telling {

    private final DemoScene scene;
    private final Plot plot;
    private final UUID id;
    private final Random chance;
    private final Instant latest;
    private Instant at;

    Telling(DemoScene scene, Plot plot, UUID id) {
      this.scene = scene;
      this.plot = plot;
      this.id = id;
      this.chance = new Random(plot.chance());
      this.at = moment(plot.day(), chance);
      this.latest = District.start(scene.today());
    }

    void go() {
      transaction.executeWithoutResult(status -> steps());
    }

    private void steps() {
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
      step(worker, 1, (wish, when) -> wish.verify(new Wish.Checks(true, true, true, true), when));
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
        claim(pick(plot.community().helpers(), chance));
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
      var later = moment(day, chance);
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

  /** The written wishes, dealt out so that none comes again before all have come. */
  private static final class Content {

    private final List<DemoRow> wishes;
    private final List<DemoRow> rejections;
    private final List<DemoRow> ratings;
    private final Random chance;
    private int dealt;

    Content(DemoScene scene, Random chance) {
      this.chance = chance;
      wishes = new ArrayList<>(scene.content("wishes.csv"));
      rejections = scene.content("rejections.csv");
      ratings = scene.content("ratings.csv");
      Collections.shuffle(wishes, chance);
    }

    DemoRow wish() {
      return wishes.get(dealt++ % wishes.size());
    }

    DemoRow rejection() {
      return pick(rejections, chance);
    }

    /** A rating and thanks that fit the wish: its title, its kind, or any. */
    DemoRow thanks(DemoRow wish) {
      Predicate<DemoRow> fits =
          r ->
              (r.get("wish").isEmpty() || r.get("wish").equals(wish.get("title")))
                  && (r.get("kind").isEmpty() || r.get("kind").equals(wish.get("kind")));
      return pick(ratings.stream().filter(fits).toList(), chance);
    }
  }
}
