package org.silian.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.silian.postgres.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./silian bench [quick] [lists] [create] [figures] [search] [start]}: measures, prints a
 * table, and writes it to {@code target/bench/results.md}. Without a name all parts run; {@code
 * quick} takes a twentieth of the rows, to try the bench itself.
 */
final class Bench {

  private static final Set<String> PARTS = Set.of("lists", "create", "figures", "search", "start");

  private static final long WISHES = 1_000_000;
  private static final long ENTRIES = 20_000_000;
  private static final int QUICK = 20;

  private final Path folder;
  private final Results results = new Results();
  private final long share;

  private Bench(Path folder, boolean quick) {
    this.folder = folder;
    this.share = quick ? QUICK : 1;
  }

  public static void main(String[] arguments) throws Exception {
    var asked = new TreeSet<>(List.of(arguments));
    boolean quick = asked.remove("quick");
    if (!PARTS.containsAll(asked)) {
      System.err.println("  ./silian bench [quick] " + String.join(" ", new TreeSet<>(PARTS)));
      System.exit(2);
    }
    var bench = new Bench(Path.of("target", "bench").toAbsolutePath(), quick);
    bench.run(asked.isEmpty() ? PARTS : asked);
  }

  private void run(Set<String> parts) throws Exception {
    Files.createDirectories(folder);
    if (parts.contains("start")) {
      new StartBench(emptied("start"), results).run();
      EmbeddedPostgres.remove(folder.resolve("start/postgres"));
    }
    if (!parts.equals(Set.of("start"))) {
      measureOnVolume(parts, emptied("volume"));
    }
    System.out.println(results.table());
    Files.writeString(folder.resolve("results.md"), results.table());
  }

  private void measureOnVolume(Set<String> parts, Path data) throws Exception {
    try (var silian = Program.silian(data)) {
      var volume = new Volume(data);
      say("wishes", () -> volume.wishes(WISHES / share));
      try (var bare = Program.bare(data)) {
        var peers = new Peers(silian.address(), bare.address());
        if (parts.contains("lists")) {
          new WishListBench(volume, peers, results).run();
        }
        if (parts.contains("search")) {
          say("records read for the search", volume::awaitSearch);
          new SearchBench(volume, silian.address(), results).run();
        }
        // Last of these: its wishes all come from one community, and are the latest.
        if (parts.contains("create")) {
          new WishCreateBench(volume, peers, results).run();
        }
      }
      if (parts.contains("figures")) {
        var figures = new FiguresBench(volume, silian.address(), results);
        long few = ENTRIES / 40 / share;
        say("entries", () -> volume.entries(0, few));
        figures.measure(few);
        say("entries", () -> volume.entries(few, ENTRIES / share - few));
        figures.measure(ENTRIES / share);
      }
    }
    EmbeddedPostgres.remove(data.resolve("postgres"));
  }

  private Path emptied(String name) throws Exception {
    var data = folder.resolve(name);
    EmbeddedPostgres.remove(data.resolve("postgres"));
    FileSystemUtils.deleteRecursively(data);
    return data;
  }

  private interface Work {

    void run() throws Exception;
  }

  private static void say(String what, Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    System.out.printf(
        "  %s: %d s%n", what, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
  }

  /** The lines of the table, in the order in which they were measured. */
  static final class Results {

    private final List<String> lines = new ArrayList<>();

    Results() {
      lines.add("| what | ratio | aim | Silian | limit | p50 ms | p99 ms |");
      lines.add("| --- | --: | --: | --: | --: | --: | --: |");
    }

    /**
     * @param silian how much of it Silian did, in words
     * @param limit how much the limit did
     */
    void add(
        String what, String ratio, String aim, String silian, String limit, Load.Measured times) {
      add(
          what,
          ratio,
          aim,
          silian,
          limit,
          "%.1f".formatted(times.percentile(50)),
          "%.1f".formatted(times.percentile(99)));
    }

    void add(String... cells) {
      var line = "| " + String.join(" | ", cells) + " |";
      lines.add(line);
      System.out.println("  " + line);
    }

    String table() {
      return String.join("\n", lines) + "\n";
    }
  }
}
