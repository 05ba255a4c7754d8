package org.silian.bench;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.silian.bench.Bench.Results;
import org.silian.bench.Load.Measured;

/** The page of a district leader's figures, with few entries and with many. */
final class FiguresBench {

  private static final int PEOPLE = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration TIME = Duration.ofSeconds(10);

  private final Volume volume;
  private final URI silian;
  private final Results results;
  private @Nullable Measured few;

  FiguresBench(Volume volume, URI silian, Results results) {
    this.volume = volume;
    this.silian = silian;
    this.results = results;
  }

  /** Measures with so many entries in the journal; compares with the first time. */
  void measure(long entries) throws Exception {
    var leader = volume.post("DISTRICT_LEADER", volume.district());
    var request = Http.request("GET", silian, "/api/figures", leader.cookies(), "");
    Load.run(silian, PEOPLE, WARM_UP, 200, () -> request);
    var now = Load.run(silian, PEOPLE, TIME, 200, () -> request);
    var before = few == null ? now : few;
    few = before;
    results.add(
        "figures page, %,d entries".formatted(entries),
        "%.2f".formatted(now.perSecond() / before.perSecond()),
        "0.8, p99 < 50 ms",
        "%.0f/s".formatted(now.perSecond()),
        "%.0f/s".formatted(before.perSecond()),
        now);
  }
}
