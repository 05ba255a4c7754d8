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
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final int LONGEST_WARM_UP = 20;
  private static final int PATIENCE = 3;
  private static final double STILL_QUICKER = 1.03;
  private static final Duration ROUND = Duration.ofMillis(1_200);

  /** Both, and how much of the limit Silian reaches: the median of the rounds. */
  record Compared(double ratio, Measured silian, Measured bare) {}

  /** Lets both compilers see what will be measured, until neither makes it any quicker. */
  void warmUp(int expected, Supplier<byte[]> toSilian, Supplier<byte[]> toBare) throws Exception {
    warmUp(silian, expected, toSilian);
    warmUp(bare, expected, toBare);
  }

  private static void warmUp(URI server, int expected, Supplier<byte[]> requests) throws Exception {
    double best = 0;
    int noQuicker = 0;
    for (int i = 0; i < LONGEST_WARM_UP && noQuicker < PATIENCE; i++) {
      double now = Load.run(server, PEOPLE, WARM_UP, expected, requests).perSecond();
      noQuicker = now < best * STILL_QUICKER ? noQuicker + 1 : 0;
      best = Math.max(best, now);
    }
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
