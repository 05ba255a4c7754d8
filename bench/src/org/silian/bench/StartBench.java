package org.silian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.silian.bench.Bench.Results;

/**
 * From the command to the open page on a founded district, and the memory it takes, with and
 * without the start-up cache of {@code ./silian run}.
 */
record StartBench(Path data, Results results) {

  private static final int STARTS = 5;
  private static final Path LAUNCH = Path.of("target", "launch").toAbsolutePath();

  void run() throws Exception {
    var jar = LAUNCH.resolve("app/silian.jar");
    var cache = LAUNCH.resolve("app.aot");
    Program.packaged(jar, data).close();
    var plain = starts(jar);
    add("start, without cache", plain, plain);
    if (Files.exists(cache)) {
      add("start, with cache", starts(jar, "-XX:AOTCache=" + cache, "-Xlog:aot=off"), plain);
    }
  }

  /** The median start. */
  private record Start(double seconds, long mebibytes) {}

  private Start starts(Path jar, String... options) throws Exception {
    var seconds = new double[STARTS];
    var memory = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begun = System.nanoTime();
      try (var silian = Program.packaged(jar, data, options)) {
        seconds[i] = (System.nanoTime() - begun) / 1e9;
        memory[i] = silian.mebibytes();
      }
    }
    Arrays.sort(seconds);
    Arrays.sort(memory);
    return new Start(seconds[STARTS / 2], memory[STARTS / 2]);
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
