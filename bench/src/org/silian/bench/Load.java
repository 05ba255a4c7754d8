package org.silian.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** People who ask again as soon as they are answered. */
final class Load {

  private static final int LONGEST_RUN = 2_000_000;

  private Load() {}

  /**
   * What a run measured.
   *
   * @param perSecond answers in a second
   * @param nanos how long each took, in order of length
   */
  record Measured(double perSecond, long[] nanos) {

    /** Milliseconds within which so many of a hundred were answered. */
    double percentile(double percent) {
      int at = (int) Math.ceil(percent / 100 * nanos.length) - 1;
      return nanos[Math.clamp(at, 0, nanos.length - 1)] / 1e6;
    }

    static Measured together(Measured... parts) {
      var all = LongStream.empty();
      for (var part : parts) {
        all = LongStream.concat(all, Arrays.stream(part.nanos()));
      }
      return new Measured(
          Arrays.stream(parts).mapToDouble(Measured::perSecond).average().orElse(0),
          all.sorted().toArray());
    }
  }

  /**
   * Lets so many people ask for so long. Every answer must be the one expected: a server that
   * refuses quickly is not quick.
   *
   * @param requests gives the next request; asked by several threads
   */
  static Measured run(
      URI server, int people, Duration time, int expected, Supplier<byte[]> requests)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(people)) {
      long begun = System.nanoTime();
      long end = begun + time.toNanos();
      var asked =
          threads.invokeAll(
              java.util.Collections.nCopies(people, asking(server, end, expected, requests)));
      var parts = LongStream.empty();
      for (var one : asked) {
        parts = LongStream.concat(parts, Arrays.stream(one.get()));
      }
      var nanos = parts.sorted().toArray();
      return new Measured(nanos.length / ((System.nanoTime() - begun) / 1e9), nanos);
    }
  }

  private static Callable<long[]> asking(
      URI server, long end, int expected, Supplier<byte[]> requests) {
    return () -> {
      var times = LongStream.builder();
      int n = 0;
      try (var http = new Http(server)) {
        while (System.nanoTime() < end && n++ < LONGEST_RUN) {
          var request = requests.get();
          long sent = System.nanoTime();
          var answer = http.send(request);
          times.add(System.nanoTime() - sent);
          if (answer.status() != expected) {
            throw new IOException("Answered " + answer.status() + ": " + answer.text());
          }
        }
      }
      return times.build().toArray();
    };
  }
}
