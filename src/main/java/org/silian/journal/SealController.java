package org.silian.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the journal is sealed, and what has left the database. */
@RestController
@RequestMapping(path = "/api/seals", produces = MediaType.APPLICATION_JSON_VALUE)
class SealController {

  private final SealBoard board;
  private final Sealer sealer;
  private final SealProperties properties;
  private final Clock clock;

  SealController(SealBoard board, Sealer sealer, SealProperties properties, Clock clock) {
    this.board = board;
    this.sealer = sealer;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * A month of seals.
   *
   * @param waiting entries that are younger than the last seal
   * @param latest the last seal of all
   * @param targets where a seal goes each day
   */
  record SealMonth(
      YearMonth month,
      long waiting,
      @Nullable SealView latest,
      List<SealTargetView> targets,
      List<SealDay> days) {}

  /**
   * @param line by which it can be verified
   */
  record SealView(long number, Instant sealedAt, String line) {}

  /**
   * @param deliveredAt when a seal last arrived there
   * @param failing since when none has arrived, where the last attempt failed
   */
  record SealTargetView(
      SealTarget target, @Nullable Instant deliveredAt, @Nullable LocalDate failing) {}

  /** The seals of one day, from the first number to the last, and where a seal of it arrived. */
  record SealDay(LocalDate day, long first, long last, long entries, List<SealTarget> delivered) {}

  /** One month, the latest day first. */
  @GetMapping
  @Requires("journal.seals")
  SealMonth month(@RequestParam(required = false) @Nullable String month) {
    var wanted = month == null ? YearMonth.from(District.day(clock.instant())) : parse(month);
    return new SealMonth(
        wanted,
        board.waiting(),
        sealer.latest().map(SealController::view).orElse(null),
        properties.seal().targets().stream().map(board::target).toList(),
        board.days(wanted));
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw Refusal.invalid("journal.month", "month");
    }
  }

  private static SealView view(Seal seal) {
    return new SealView(seal.number(), seal.sealedAt(), seal.known().line());
  }

  /** The text of a seal, to be kept outside. */
  @GetMapping(path = "/{number}", produces = MediaType.TEXT_PLAIN_VALUE)
  @Requires("journal.seals")
  ResponseEntity<String> seal(@PathVariable String number) {
    var seal =
        number.matches("\\d{1,18}")
            ? sealer.at(Long.parseLong(number)).orElseThrow(SealController::unknown)
            : none();
    var name =
        "silian-seal-%s-%s-%d.txt"
            .formatted(seal.district(), District.day(seal.sealedAt()), seal.number());
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(seal.file(sealer.publicKey()));
  }

  private static Seal none() {
    throw unknown();
  }

  private static Refusal unknown() {
    return Refusal.notFound("journal.no-seal");
  }
}
