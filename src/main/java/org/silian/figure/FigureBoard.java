package org.silian.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.figure.FigureReading.Part;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureDefinition.Kind;
import org.springframework.stereotype.Component;

/** Values of figures for an organisation and a period: now, by month, by part. */
@Component
class FigureBoard {

  private final FigureReading reading;

  FigureBoard(FigureReading reading) {
    this.reading = reading;
  }

  /**
   * A figure's value. A ratio comes with both numbers it is made of, and without a value where
   * there is nothing to divide by.
   */
  record Value(@Nullable BigDecimal value, @Nullable Long numerator, @Nullable Long denominator) {

    static final Value ZERO = new Value(BigDecimal.ZERO, null, null);

    static Value of(long amount) {
      return new Value(BigDecimal.valueOf(amount), null, null);
    }

    static Value ratio(long numerator, long denominator) {
      return new Value(
          denominator == 0
              ? null
              : BigDecimal.valueOf(numerator)
                  .multiply(BigDecimal.valueOf(100))
                  .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP),
          numerator,
          denominator);
    }
  }

  /** Values by figure; two statements however many figures there are. */
  Map<String, Value> values(Collection<FigureDefinition> wanted, UUID organisation, Period period) {
    var sums = new HashMap<String, Long>();
    sums.putAll(reading.sums(flows(wanted), organisation, period));
    sums.putAll(reading.sums(stocks(wanted), organisation, Period.until(period.to())));
    return wanted.stream().collect(Collectors.toMap(FigureDefinition::id, d -> value(d, sums)));
  }

  /** A point of a trend. */
  record Point(YearMonth month, @Nullable BigDecimal value) {}

  /** The trend over the months of the period; a stock is shown as it stood at each month's end. */
  List<Point> trend(FigureDefinition figure, UUID organisation, Period period) {
    boolean stock = figure.kind() == Kind.STOCK;
    var counted = stock ? Period.until(period.to()) : period;
    var byMonth = new HashMap<YearMonth, Map<String, Long>>();
    for (var m : reading.months(figures(figure), organisation, counted)) {
      byMonth
          .computeIfAbsent(YearMonth.from(m.month()), month -> new HashMap<>())
          .merge(m.figure(), m.amount(), Long::sum);
    }
    var first = YearMonth.from(period.from());
    long standing =
        byMonth.entrySet().stream()
            .filter(e -> stock && e.getKey().isBefore(first))
            .mapToLong(e -> e.getValue().getOrDefault(figure.id(), 0L))
            .sum();
    var points = new ArrayList<Point>();
    for (var month = first;
        !month.isAfter(YearMonth.from(period.to()));
        month = month.plusMonths(1)) {
      var sums = byMonth.getOrDefault(month, Map.of());
      if (stock) {
        standing += sums.getOrDefault(figure.id(), 0L);
        points.add(new Point(month, BigDecimal.valueOf(standing)));
      } else {
        points.add(new Point(month, value(figure, sums).value()));
      }
    }
    return points;
  }

  /** Values at the direct parts of an organisation; a part without any is left out. */
  Map<UUID, Value> parts(FigureDefinition figure, UUID organisation, Period period) {
    return values(figure, reading.parts(figures(figure), organisation, counted(figure, period)));
  }

  /** Values at the communities and villages of a subtree; one without any is left out. */
  Map<UUID, Value> communities(FigureDefinition figure, String reach, Period period) {
    return values(figure, reading.communities(figures(figure), reach, counted(figure, period)));
  }

  private static Period counted(FigureDefinition figure, Period period) {
    return figure.kind() == Kind.STOCK ? Period.until(period.to()) : period;
  }

  private static Map<UUID, Value> values(FigureDefinition figure, List<Part> parts) {
    var sums = new HashMap<UUID, Map<String, Long>>();
    for (var part : parts) {
      sums.computeIfAbsent(part.organisation(), id -> new HashMap<>())
          .merge(part.figure(), part.amount(), Long::sum);
    }
    return sums.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> value(figure, e.getValue())));
  }

  private static Value value(FigureDefinition figure, Map<String, Long> sums) {
    var numerator = figure.numerator();
    if (numerator == null) {
      return Value.of(sums.getOrDefault(figure.id(), 0L));
    }
    return Value.ratio(
        sums.getOrDefault(numerator, 0L),
        figure.denominator().stream().mapToLong(id -> sums.getOrDefault(id, 0L)).sum());
  }

  private static Set<String> figures(FigureDefinition figure) {
    var numerator = figure.numerator();
    return numerator == null
        ? Set.of(figure.id())
        : Stream.concat(Stream.of(numerator), figure.denominator().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> flows(Collection<FigureDefinition> wanted) {
    return wanted.stream()
        .filter(d -> d.kind() != Kind.STOCK)
        .flatMap(d -> figures(d).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> stocks(Collection<FigureDefinition> wanted) {
    return wanted.stream()
        .filter(d -> d.kind() == Kind.STOCK)
        .map(FigureDefinition::id)
        .collect(Collectors.toSet());
  }
}
