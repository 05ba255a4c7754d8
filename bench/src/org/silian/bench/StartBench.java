package org.silian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.silian.bench.Bench.Results;

/**
 * From the command to the open page on a founded district, and the memory it takes, with and
 * without the start-up cache of {@code ./silian run}, in turn.
 */
record StartBench(Path data, Results results) {

  private static final int STARTS = 5;
  private static final Path LAUNCH = Path.of("target", "launch").toAbsolutePath();

  void run() throws Exception {
    var jar = LAUNCH.resolve("app/silian.jar");
    var cache = LAUNCH.resolve("app.aot");
    Program.packaged(jar, data).close();
    var without = new ArrayList<Start>();
    var with = new ArrayList<Start>();
    for (int i = 0; i < STARTS; i++) {
      without.add(start(jar));
      if (Files.exists(cache)) {
        with.add(start(jar, "-XX:AOTCache=" + cache, "-Xlog:aot=off"));
      }
    }
    var plain = median(without);
    add("start, without cache", plain, plain);
    if (!with.isEmpty()) {
      add("start, with cache", median(with), plain);
    }
  }

  private record Start(double seconds, long mebibytes) {}

  private Start start(Path jar, String... options) throws Exception {
    long begun = System.nanoTime();
    try (var silian = Program.packaged(jar, data, options)) {
      return new Start((System.nanoTime() - begun) / 1e9, silian.mebibytes());
    }
  }

  private static Start median(List<Start> starts) {
    return starts.stream()
        .sorted(Comparator.comparingDouble(Start::seconds))
        .skip(starts.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private void add(String what, Start start, Start without) {
    results.add(
        what,
        "%.2f".formatted(without.seconds() / start.seconds()),
        "",
        "%.1f s, %d MiB".formatted(start.seconds(), start.mebibytes()),
        "%.1f s".formatted(without.seconds()),
        "",
        "");
  }
}
