package org.silian.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.silian.demo.DemoRow;
import org.silian.demo.DemoScene;
import org.silian.demo.DemoScene.Community;

/**
 * Which wishes the demo tells: three years of confirmed ones, and some under way in every state.
 */
final class WishPlots {

  private static final int CONFIRMED = 910;
  private static final int FEW = 300;
  private static final int REJECTED = 36;
  private static final int WITHDRAWN = 18;

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

  private WishPlots() {}

  /** All of them, by the day on which each was told; the same every time. */
  static List<WishPlot> of(DemoScene scene) {
    var chance = scene.random("wish");
    var content = new Content(scene, chance);
    var plots = new ArrayList<WishPlot>();
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
    plots.sort(Comparator.comparing(WishPlot::day));
    return plots;
  }

  /** Confirmed ones alone, for a district at which nobody looks closely. */
  static List<WishPlot> few(DemoScene scene) {
    var chance = scene.random("few");
    var content = new Content(scene, chance);
    var plots = new ArrayList<WishPlot>();
    for (int i = 0; i < FEW; i++) {
      plots.add(plot(scene, content, chance, longAgo(scene, chance, 12), WishState.CLOSED, false));
    }
    plots.sort(Comparator.comparing(WishPlot::day));
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

  private static WishPlot plot(
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
    return new WishPlot(
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

  static <T> T pick(List<T> from, Random chance) {
    return from.get(chance.nextInt(from.size()));
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
