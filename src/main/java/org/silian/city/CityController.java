package org.silian.city;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.city.CityBoard.Published;
import org.silian.figure.MonthlyFlows;
import org.silian.journal.Actor;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What districts publish: the act, and what all of them have published. */
@RestController
@RequestMapping(path = "/api/city", produces = MediaType.APPLICATION_JSON_VALUE)
class CityController {

  private static final int TREND = 24;

  private final Publications publications;
  private final CityUpload upload;
  private final CityBoard board;
  private final CityFeed feed;
  private final MonthlyFlows flows;
  private final Idempotency idempotency;
  private final Clock clock;

  CityController(
      Publications publications,
      CityUpload upload,
      CityBoard board,
      CityFeed feed,
      MonthlyFlows flows,
      Idempotency idempotency,
      Clock clock) {
    this.publications = publications;
    this.upload = upload;
    this.board = board;
    this.feed = feed;
    this.flows = flows;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** A figure that may be published. */
  record CityFigure(String id, String name) {}

  /**
   * A number.
   *
   * @param division the code of a street or town, empty for the total, {@code other} for the rest
   * @param amount absent where masked
   */
  record CityNumber(
      String figure, String division, String name, String unit, @Nullable Long amount) {}

  /**
   * What a district has published of a month.
   *
   * @param revision from 1
   */
  record CityDistrict(
      String code,
      String name,
      int revision,
      boolean open,
      Instant publishedAt,
      List<CityNumber> numbers) {}

  /**
   * A month in the city.
   *
   * @param months of which anything is published
   * @param districts by name
   */
  record CityMonth(
      YearMonth month,
      List<YearMonth> months,
      List<CityFigure> figures,
      List<CityDistrict> districts) {}

  /** All districts' numbers of a month, of the latest published one where none is asked for. */
  @GetMapping
  @Requires("city.view")
  CityMonth month(@RequestParam(required = false) @Nullable String month) {
    var months = board.months();
    var wanted = month == null ? months.stream().findFirst().orElse(lastMonth()) : parse(month);
    var districts = new LinkedHashMap<String, CityDistrict>();
    var figures = new TreeSet<String>();
    for (var cell : board.month(wanted, false)) {
      figures.add(cell.figure());
      districts
          .computeIfAbsent(cell.district(), code -> district(cell))
          .numbers()
          .add(number(cell));
    }
    return new CityMonth(
        wanted,
        months,
        figures.stream().map(this::figure).toList(),
        List.copyOf(districts.values()));
  }

  private static CityDistrict district(Published cell) {
    return new CityDistrict(
        cell.district(),
        cell.districtName(),
        cell.revision(),
        cell.open(),
        cell.publishedAt(),
        new ArrayList<>());
  }

  private CityNumber number(Published cell) {
    return new CityNumber(
        cell.figure(), cell.division(), cell.name(), flows.unitName(cell.unit()), cell.amount());
  }

  private CityFigure figure(String id) {
    return new CityFigure(id, flows.name(id));
  }

  /** A district's totals of one figure. */
  record CityTrend(String code, String name, List<CityPoint> points) {}

  /**
   * @param amount absent where masked
   */
  record CityPoint(YearMonth month, @Nullable Long amount) {}

  /** Two years of a figure's totals, by the names of districts. */
  @GetMapping("/trend")
  @Requires("city.view")
  List<CityTrend> trend(@RequestParam String figure) {
    var trends = new LinkedHashMap<String, CityTrend>();
    var to = lastMonth();
    for (var cell : board.trend(figure, to.minusMonths(TREND - 1), to)) {
      trends
          .computeIfAbsent(
              cell.district(), code -> new CityTrend(code, cell.districtName(), new ArrayList<>()))
          .points()
          .add(new CityPoint(YearMonth.from(cell.month()), cell.amount()));
    }
    return List.copyOf(trends.values());
  }

  /** The numbers of a month as CSV. */
  @GetMapping(path = "/feed", produces = "text/csv")
  @Requires("city.view")
  ResponseEntity<String> feed(@RequestParam String month) {
    return feed.of(parse(month), false);
  }

  /** Those of them that districts have opened to everybody. */
  @GetMapping(path = "/open", produces = "text/csv")
  @Open
  ResponseEntity<String> open(@RequestParam String month) {
    return feed.of(parse(month), true);
  }

  /**
   * What would leave the district.
   *
   * @param choices all figures that may be published
   * @param revision it would be; above 1 it corrects what was published
   * @param seen to be sent with the order to publish
   */
  record CityDraft(
      YearMonth month,
      int revision,
      List<CityFigure> choices,
      List<CityNumber> numbers,
      String seen) {}

  /** Exactly what would leave, of the last month and of all figures where nothing is chosen. */
  @GetMapping("/draft")
  @Requires("city.publish")
  CityDraft draft(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable Set<String> figures) {
    var all = flows.ids();
    var draft =
        publications.draft(
            month == null ? lastMonth() : parse(month),
            figures == null ? Set.copyOf(all) : figures);
    return new CityDraft(
        draft.month(),
        draft.revision(),
        all.stream().map(this::figure).toList(),
        draft.cells().stream()
            .map(
                cell ->
                    new CityNumber(
                        cell.figure(),
                        cell.division(),
                        cell.name(),
                        flows.unitName(cell.unit()),
                        cell.amount()))
            .toList(),
        draft.seen());
  }

  /**
   * @param seen from the draft
   * @param open whether anybody may read it
   */
  record CityPublishing(
      @NotNull String month, @NotNull Set<String> figures, @NotNull String seen, boolean open) {}

  record CityPublished(UUID id) {}

  /** Publishes a month for good. */
  @PostMapping("/publications")
  @Requires("city.publish")
  @ResponseStatus(HttpStatus.CREATED)
  CityPublished publish(
      @RequestHeader("Idempotency-Key") String key, @RequestBody CityPublishing order) {
    var month = parse(order.month());
    var sorted = new TreeSet<>(order.figures());
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            new CityPublishing(order.month(), sorted, order.seen(), order.open()),
            () -> publications.publish(month, sorted, order.seen(), order.open()));
    upload.send();
    return new CityPublished(id);
  }

  private YearMonth lastMonth() {
    return YearMonth.from(District.day(clock.instant())).minusMonths(1);
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw Refusal.invalid("city.month", "month");
    }
  }
}
