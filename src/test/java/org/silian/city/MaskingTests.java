package org.silian.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing small can be calculated from what is shown. */
class MaskingTests {

  private static final BitSet NONE = new BitSet();

  @Test
  void whatIsLargeEnoughIsShown() {
    var masking = Masking.of(List.of(5L, 6L, 70L), NONE);
    assertThat(masking.total()).isEqualTo(81);
    assertThat(masking.parts()).containsExactly(5L, 6L, 70L);
  }

  @Test
  void aSmallPartTakesTwoOthersWithIt() {
    var masking = Masking.of(List.of(20L, 3L, 30L, 40L, 50L), NONE);
    assertThat(masking.total()).isEqualTo(143);
    assertThat(masking.parts()).containsExactly(20L, null, null, null, 50L);
  }

  @Test
  void zeroIsMaskedTooForItWouldTellThatTheOthersAreNot() {
    assertThat(Masking.of(List.of(0L, 30L, 40L, 50L), NONE).parts())
        .containsExactly(null, null, null, 50L);
  }

  @Test
  void whereNothingElseHelpsTheTotalGoesToo() {
    assertThat(Masking.of(List.of(1L, 2L, 3L), NONE).total()).isNull();
    assertThat(Masking.of(List.of(0L, 0L, 0L, 5L), NONE).total()).isNull();
    assertThat(Masking.of(List.of(2L, 100L), NONE).total()).isNull();
  }

  @Test
  void onceMaskedAlwaysMasked() {
    var before = new BitSet();
    before.set(0);
    assertThat(Masking.of(List.of(60L, 70L, 80L, 90L), before).parts())
        .containsExactly(null, null, null, 90L);
  }

  /**
   * The strongest reader there is: one who knows the rule, runs it over every table that could be,
   * and keeps those that would have been shown alike. Each small number must remain any of 0 to 4.
   */
  @Test
  void rRedLine4_notEvenWhoeverKnowsTheRuleCanTellASmallNumber() {
    int most = 16;
    int parts = 4;
    var alike = new HashMap<Masking, List<List<Long>>>();
    for (int n = 0; n < Math.pow(most + 1, parts); n++) {
      var table = table(n, most + 1, parts);
      alike.computeIfAbsent(Masking.of(table, NONE), m -> new ArrayList<>()).add(table);
    }
    int audited = 0;
    for (var shown : alike.entrySet()) {
      // Larger tables than were tried would be shown alike; those groups are not whole.
      if (shown.getKey().total() == null || hidden(shown.getKey()) > most) {
        continue;
      }
      for (int i = 0; i < parts; i++) {
        if (shown.getKey().parts().get(i) == null) {
          int at = i;
          var possible =
              shown.getValue().stream()
                  .map(table -> table.get(at))
                  .collect(Collectors.toCollection(TreeSet::new));
          if (possible.first() < Masking.SMALL) {
            assertThat(possible).as("%s", shown.getKey()).contains(0L, 1L, 2L, 3L, 4L);
            audited++;
          }
        }
      }
    }
    assertThat(audited).isGreaterThan(100);
  }

  /** By the equations alone: what is hidden together can be shared out in other ways. */
  @Test
  void everyMaskedPartOfRandomTablesHasAWideInterval() {
    var chance = new Random(20260704);
    for (int n = 0; n < 20_000; n++) {
      var table =
          Stream.generate(
                  () -> (long) (chance.nextInt(4) == 0 ? chance.nextInt(6) : chance.nextInt(60)))
              .limit(2 + chance.nextInt(13))
              .toList();
      var masking = Masking.of(table, NONE);
      var masked = masking.parts().stream().filter(part -> part == null).count();
      for (int i = 0; i < table.size(); i++) {
        if (table.get(i) < Masking.SMALL) {
          assertThat(masking.parts().get(i)).as("%s", table).isNull();
        }
      }
      if (masked > 0 && masking.total() != null) {
        assertThat(masked).as("%s", table).isGreaterThanOrEqualTo(3);
        assertThat(hidden(masking)).as("%s", table).isGreaterThanOrEqualTo(2 * Masking.SMALL - 1);
      }
    }
  }

  /** A later revision shows no part that an earlier one hid. */
  @Test
  void noDifferenceOfTwoRevisionsUncoversAPart() {
    var chance = new Random(450107);
    for (int n = 0; n < 5_000; n++) {
      var first = Stream.generate(() -> (long) chance.nextInt(15)).limit(6).toList();
      var before = new BitSet();
      var shown = Masking.of(first, NONE).parts();
      for (int i = 0; i < shown.size(); i++) {
        before.set(i, shown.get(i) == null);
      }
      var second = first.stream().map(value -> value + chance.nextInt(3)).toList();

      var again = Masking.of(second, before);

      before.stream().forEach(i -> assertThat(again.parts().get(i)).isNull());
      if (again.total() != null && !before.isEmpty()) {
        assertThat(again.parts().stream().filter(part -> part == null).count())
            .isGreaterThanOrEqualTo(3);
      }
    }
  }

  private static long hidden(Masking masking) {
    return masking.total()
        - masking.parts().stream().filter(part -> part != null).mapToLong(part -> part).sum();
  }

  private static List<Long> table(int number, int base, int parts) {
    var table = new ArrayList<Long>();
    for (int i = 0, rest = number; i < parts; i++, rest /= base) {
      table.add((long) (rest % base));
    }
    return table;
  }
}
