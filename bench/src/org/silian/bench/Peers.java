package org.silian.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.silian.bench.Load.Measured;

/**
 * Silian and the limit, measured in turn in the same run, so that whatever else the machine does
 * meets both.
 */
record Peers(URI silian, URI bare) {

  private static final int PEOPLE = 8;
  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration ROUND = Duration.ofMillis(1_200);

  /** Both, and how much of the limit Silian reaches: the median of the rounds. */
  record Compared(double ratio, Measured silian, Measured bare) {}

  /** Lets both compilers see what will be measured. */
  void warmUp(int expected, Supplier<byte[]> toSilian, Supplier<byte[]> toBare) throws Exception {
    Load.run(silian, PEOPLE, WARM_UP, expected, toSilian);
    Load.run(bare, PEOPLE, WARM_UP, expected, toBare);
  }

  Compared compare(int expected, Supplier<byte[]> toSilian, Supplier<byte[]> toBare)
      throws Exception {
    var ours = new Measured[ROUNDS];
    var limits = new Measured[ROUNDS];
    var ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ours[i] = Load.run(silian, PEOPLE, ROUND, expected, toSilian);
      limits[i] = Load.run(bare, PEOPLE, ROUND, expected, toBare);
      ratios[i] = ours[i].perSecond() / limits[i].perSecond();
    }
    Arrays.sort(ratios);
    return new Compared(ratios[ROUNDS / 2], Measured.together(ours), Measured.together(limits));
  }
}
