package org.silian.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read what: of one's own, for everybody; all of it, for the auditor. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessLogController {

  private final AccessReading reading;
  private final Clock clock;

  AccessLogController(AccessReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  @GetMapping("/my-data/reads")
  @SignedIn
  Page<AccessReading.AccessRow> mine(
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return reading.of(Actor.current().personOrRefuse(), Cursor.parse(after), size);
  }

  @GetMapping("/access-log")
  @Requires("privacy.audit")
  Page<AccessReading.AccessRow> all(
      @RequestParam(required = false) @Nullable UUID reader,
      @RequestParam(required = false) @Size(max = 60) @Nullable String purpose,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    return reading.all(reader, purpose, Cursor.parse(after), size);
  }

  @GetMapping("/access-log/counts")
  @Requires("privacy.audit")
  List<AccessReading.AccessCount> counts(
      @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days) {
    return reading.counts(AccessReading.daysBack(clock.instant(), days));
  }
}
