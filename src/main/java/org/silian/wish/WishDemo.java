package org.silian.wish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.silian.demo.DemoChapter;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Three years of wishes in the demo district, and a few dozen under way today in every state. */
@Component
@Profile("demo")
@Order(100)
class WishDemo implements DemoChapter {

  /** Wishes told in one transaction: a commit for each step would wait for the disk. */
  private static final int AT_ONCE = 20;

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

  @Override
  public void tell(DemoScene scene) {
    tell(scene, WishPlots.of(scene));
  }

  @Override
  public void tellNeighbour(DemoScene scene) {
    tell(scene, WishPlots.few(scene));
  }

  private void tell(DemoScene scene, List<WishPlot> plots) {
    // Numbers follow the days on which wishes were told; what became of each is told side by side.
    var told = new ArrayList<UUID>();
    for (int from = 0; from < plots.size(); from += AT_ONCE) {
      var some = plots.subList(from, Math.min(from + AT_ONCE, plots.size()));
      transaction.executeWithoutResult(
          status -> some.forEach(plot -> told.add(collect(scene, plot))));
    }
    var district = District.current();
    try (var tellers = Executors.newFixedThreadPool(4)) {
      var tellings = new ArrayList<Future<?>>();
      for (int from = 0; from < plots.size(); from += AT_ONCE) {
        int first = from;
        int end = Math.min(from + AT_ONCE, plots.size());
        tellings.add(
            tellers.submit(() -> district.run(() -> tell(scene, plots, told, first, end))));
      }
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

  private void tell(DemoScene scene, List<WishPlot> plots, List<UUID> told, int from, int end) {
    transaction.executeWithoutResult(
        status -> {
          for (int i = from; i < end; i++) {
            new WishStory(scene, plots.get(i), told.get(i), wishes, contacts, rules).steps();
          }
        });
  }

  private UUID collect(DemoScene scene, WishPlot plot) {
    var row = plot.content();
    var child = Boolean.parseBoolean(row.get("child", "false"));
    var actor = plot.byHerself() ? plot.wisher() : plot.community().worker();
    var at = plot.at();
    var origin =
        new Origin(
            plot.community().id(),
            WishKind.valueOf(row.get("kind")),
            child,
            plot.byHerself() ? plot.wisher().personOrRefuse() : null,
            plot.byHerself() ? null : actor.personOrRefuse(),
            at,
            new Consent("1", plot.byHerself() ? Consent.How.SELF : Consent.How.ORAL, at),
            cost(row));
    var telling = new Telling(origin, row.get("title"), row.get("words"), child);
    var id = UuidCreator.getTimeOrderedEpoch();
    return scene.at(at, actor, () -> management.collect(id, telling, contact(plot.wisher())).id());
  }

  private WishContacts.Contact contact(Actor wisher) {
    var person = wisher.personOrRefuse();
    return new WishContacts.Contact(persons.name(person), persons.phone(person), null);
  }

  private @Nullable Long cost(DemoRow row) {
    var cost = row.get("cost_fen", "");
    return cost.isEmpty() ? null : Math.min(Long.parseLong(cost), rules.capFen());
  }
}
