package org.silian.figure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.figure.FigureBoard.Value;
import org.silian.figure.FigureEntries.FigureEntry;
import org.silian.figure.FigureEntries.FigurePlace;
import org.silian.journal.Actor;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureDefinition.Kind;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationSummary;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures: a set of them, one of them, and what stands behind one. Every number is a door. */
@RestController
@RequestMapping(path = "/api/figures", produces = MediaType.APPLICATION_JSON_VALUE)
class FigureController {

  private final FigureBoard board;
  private final FigureEntries entries;
  private final Definitions definitions;
  private final FigureScope scope;
  private final Permissions permissions;
  private final Texts texts;
  private final Clock clock;
  private final boolean demo;

  FigureController(
      FigureBoard board,
      FigureEntries entries,
      Definitions definitions,
      FigureScope scope,
      Permissions permissions,
      Texts texts,
      Clock clock,
      @org.springframework.beans.factory.annotation.Value("${silian.demo:false}") boolean demo) {
    this.board = board;
    this.entries = entries;
    this.definitions = definitions;
    this.scope = scope;
    this.permissions = permissions;
    this.texts = texts;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * A figure among others.
   *
   * @param live whether any module counts it yet
   * @param asOf the moment of which the value tells
   * @param expected what the demo district as a whole reproduces; in the demo alone
   */
  record FigureSummary(
      String id,
      String name,
      String kind,
      String unit,
      boolean live,
      @Nullable BigDecimal value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      Instant asOf,
      @Nullable FigureExpectation expected) {}

  /** What a figure should come to, and how to read that. */
  record FigureExpectation(BigDecimal value, String bound) {}

  @GetMapping
  @Requires("figure.view")
  List<FigureSummary> set(
      @RequestParam(defaultValue = "article") String set,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var at = scope.organisation(organisation);
    var period = scope.period(from, to);
    if (!set.equals("article")) {
      var wanted = definitions.set(set);
      var values = board.values(wanted, at.id(), period);
      return wanted.stream().map(d -> summary(d, values, null)).toList();
    }
    var live =
        Article.LINES.stream().flatMap(line -> definitions.find(line.id()).stream()).toList();
    var values = board.values(live, at.id(), period);
    boolean whole = at.kind() == OrganisationKind.DISTRICT;
    return Article.LINES.stream().map(line -> line(line, values, whole)).toList();
  }

  /** The article speaks of the whole district: nothing is expected of a part of it. */
  private FigureSummary line(Article.Line line, Map<String, Value> values, boolean whole) {
    var expected = demo && whole ? new FigureExpectation(line.expected(), line.bound()) : null;
    return definitions
        .find(line.id())
        .map(definition -> summary(definition, values, expected))
        .orElseGet(
            () ->
                new FigureSummary(
                    line.id(),
                    name(line.id()),
                    line.kind(),
                    unit(line.unit()),
                    false,
                    null,
                    null,
                    null,
                    now(),
                    expected));
  }

  private FigureSummary summary(
      FigureDefinition definition,
      Map<String, Value> values,
      @Nullable FigureExpectation expected) {
    var value = values.getOrDefault(definition.id(), Value.ZERO);
    return new FigureSummary(
        definition.id(),
        name(definition.id()),
        definition.kind().name(),
        unit(definition.unit()),
        true,
        value.value(),
        value.numerator(),
        value.denominator(),
        now(),
        expected);
  }

  /**
   * A figure with all that explains it.
   *
   * @param before its value over the same days a year earlier
   * @param series its trend by month; at most three years of it
   * @param parts its values at the direct parts of the organisation, by name
   * @param drill whether the reader may go on to records, or ends at parts
   */
  record FigurePage(
      String id,
      String name,
      String definition,
      String formula,
      Kind kind,
      String unit,
      @Nullable BigDecimal value,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable BigDecimal before,
      Instant asOf,
      LocalDate from,
      LocalDate to,
      FigurePlace organisation,
      List<FigurePlace> path,
      List<FigurePoint> series,
      List<FigurePart> parts,
      Drill drill) {}

  /** A month, as {@code 2026-03}. */
  record FigurePoint(String month, @Nullable BigDecimal value) {}

  /** A direct part of the organisation. */
  record FigurePart(
      FigurePlace organisation, @Nullable BigDecimal value, @Nullable BigDecimal before) {}

  /** How far down a reader may go. */
  enum Drill {
    RECORDS,
    PARTS
  }

  private static final int MOST_MONTHS = 36;

  @GetMapping("/{id}")
  @Requires("figure.view")
  FigurePage figure(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var figure = definitions.get(id);
    var at = scope.organisation(organisation);
    var period = scope.period(from, to);
    var now = board.values(List.of(figure), at.id(), period).getOrDefault(id, Value.ZERO);
    var before = board.values(List.of(figure), at.id(), period.aYearEarlier()).get(id);
    var trend = board.trend(figure, at.id(), lately(period));
    return new FigurePage(
        id,
        name(id),
        texts.text("figure." + id + ".definition"),
        texts.text("figure." + id + ".formula"),
        figure.kind(),
        unit(figure.unit()),
        now.value(),
        now.numerator(),
        now.denominator(),
        before == null ? null : before.value(),
        now(),
        period.from(),
        period.to(),
        new FigurePlace(at.id(), at.name()),
        scope.path(at),
        trend.stream().map(p -> new FigurePoint(p.month().toString(), p.value())).toList(),
        parts(figure, at, period),
        mayOpenEntries() ? Drill.RECORDS : Drill.PARTS);
  }

  private List<FigurePart> parts(FigureDefinition figure, OrganisationSummary at, Period period) {
    var now = board.parts(figure, at.id(), period);
    var before = board.parts(figure, at.id(), period.aYearEarlier());
    return scope.parts(at).stream()
        .filter(part -> now.containsKey(part.id()) || before.containsKey(part.id()))
        .map(
            part ->
                new FigurePart(
                    new FigurePlace(part.id(), part.name()),
                    now.getOrDefault(part.id(), Value.ZERO).value(),
                    before.getOrDefault(part.id(), Value.ZERO).value()))
        .toList();
  }

  @GetMapping("/{id}/entries")
  @Requires("figure.view")
  Page<FigureEntry> entries(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    if (!mayOpenEntries()) {
      throw Refusal.forbidden("figure.counts-only");
    }
    var figure = definitions.get(id);
    var at = scope.organisation(organisation);
    var period = scope.period(from, to);
    return entries.of(
        figure,
        at,
        figure.kind() == Kind.STOCK ? Period.until(period.to()) : period,
        Actor.current(),
        Cursor.parse(after),
        size);
  }

  private boolean mayOpenEntries() {
    var role = Actor.current().role();
    return role != null && permissions.allows(role, FigurePermission.ENTRIES.id());
  }

  private static Period lately(Period period) {
    var earliest = period.to().withDayOfMonth(1).minusMonths(MOST_MONTHS - 1L);
    return period.from().isBefore(earliest) ? new Period(earliest, period.to()) : period;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private String name(String id) {
    return texts.text("figure." + id + ".name");
  }

  private String unit(String unit) {
    return texts.text("figure.unit." + unit);
  }
}
