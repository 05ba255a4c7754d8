package org.silian.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.figure.RollUpCheck;
import org.silian.journal.Finding;
import org.silian.journal.Seal;
import org.silian.journal.Verification;
import org.silian.language.Texts;
import org.silian.postgres.PostgresUnavailable;
import org.silian.tenancy.District;
import org.silian.tenancy.Inspection;
import org.silian.vault.InstallationSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code ./silian verify}: reads the journal of every district beside the application, or without
 * it, and says in both languages what is not as it was sealed. Ends with 0 where all is whole, 1
 * where something was found, 2 where it could not be read.
 */
public final class Verify {

  private static final int WHOLE = 0;
  private static final int FOUND = 1;
  private static final int NOT_READ = 2;

  /** More of one kind are counted, not listed. */
  private static final int LISTED = 50;

  private static final long STEP = 100_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(District.ZONE);

  private final Map<String, String> settings;
  private final PrintStream out;
  private final Texts texts = Texts.of("messages/journal");
  private final List<Seal.Known> against = new ArrayList<>();
  private final Map<Finding.Kind, Integer> found = new HashMap<>();
  private boolean figures;

  Verify(Map<String, String> settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Without the application nobody has told the log to be quiet.
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
      log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    }
    System.exit(new Verify(System.getenv(), out).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    try {
      read(new ArrayDeque<>(arguments));
      return verify(Path.of(settings.getOrDefault("SILIAN_DATA", "data/run")));
    } catch (IllegalArgumentException e) {
      say("verify.usage", Map.of("what", String.valueOf(e.getMessage())));
    } catch (PostgresUnavailable | SQLException | IOException e) {
      say("verify.unreadable", Map.of("why", String.valueOf(e.getMessage())));
    }
    return NOT_READ;
  }

  private void read(ArrayDeque<String> arguments) throws IOException {
    while (!arguments.isEmpty()) {
      var option = arguments.pop();
      switch (option) {
        case "--figures" -> figures = true;
        case "--against" -> {
          if (arguments.isEmpty()) {
            throw new IllegalArgumentException(option);
          }
          against.add(seal(arguments.pop()));
        }
        default -> throw new IllegalArgumentException(option);
      }
    }
  }

  private static Seal.Known seal(String fileOrText) throws IOException {
    try {
      var file = Path.of(fileOrText);
      if (Files.isRegularFile(file)) {
        return Seal.Known.parse(Files.readString(file));
      }
    } catch (InvalidPathException e) {
      // Then it is the text itself.
    }
    return Seal.Known.parse(fileOrText);
  }

  private int verify(Path data) throws SQLException, IOException {
    var secret = InstallationSecret.find(settings.get("SILIAN_SECRET"), data);
    if (secret.isEmpty()) {
      say("verify.no-secret", Map.of());
    }
    try (var inspection = Inspection.open(data, settings)) {
      var districts = inspection.districts();
      for (var seal : against) {
        if (districts.stream().noneMatch(d -> d.code().equals(seal.district()))) {
          throw new IllegalArgumentException(seal.district());
        }
      }
      for (var district : districts) {
        try (var connection = inspection.connection(district)) {
          say("verify.district", Map.of("code", district.code(), "name", district.name()));
          var verification =
              new Verification(connection, district.code(), secret, this::tell, new Progress()::at)
                  .against(data)
                  .against(against);
          var read = verification.run();
          if (figures) {
            verification.measures();
            RollUpCheck.differing(connection)
                .forEach(figure -> tell(Finding.figure(Finding.Kind.ROLL_UPS_DIFFER, figure)));
          }
          say(
              "verify.read",
              Map.of(
                  "seals", read.seals(),
                  "entries", read.entries(),
                  "waiting", read.waiting(),
                  "last", read.last() == null ? "-" : read.last()));
        }
      }
    }
    return conclude();
  }

  private final class Progress {

    private long next = STEP;

    void at(long entries) {
      if (entries >= next) {
        say("verify.progress", Map.of("entries", entries));
        next += STEP;
      }
    }
  }

  private void tell(Finding finding) {
    if (found.merge(finding.kind(), 1, Integer::sum) <= LISTED) {
      var code = "finding." + finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      say(code, values(finding));
    }
  }

  private static Map<String, Object> values(Finding finding) {
    var values = new HashMap<String, Object>();
    put(values, "seal", finding.seal());
    put(values, "until", finding.until());
    put(values, "entry", finding.entry());
    put(values, "detail", finding.detail());
    Instant at = finding.at();
    put(values, "at", at == null ? "?" : TIME.format(at));
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private int conclude() {
    if (found.isEmpty()) {
      say("verify.whole", Map.of());
      return WHOLE;
    }
    int all = found.values().stream().mapToInt(Integer::intValue).sum();
    say("verify.found", Map.of("n", all));
    return FOUND;
  }

  private void say(String code, Map<String, ?> values) {
    for (var language : Texts.LANGUAGES) {
      out.println("  " + texts.text("journal." + code, values, language));
    }
    out.println();
  }
}
