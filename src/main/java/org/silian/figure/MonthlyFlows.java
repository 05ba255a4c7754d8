package org.silian.figure;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureDefinition.Kind;
import org.silian.language.Texts;
import org.springframework.stereotype.Component;

/**
 * Flows of single months, which may be published: months do not overlap, so none gives another
 * back. Stocks are not among them, because two of them in succession tell what changed between, and
 * no breakdowns of another figure, because they add up to it.
 */
@Component
public class MonthlyFlows {

  private final Definitions definitions;
  private final FigureReading reading;
  private final Texts texts;

  MonthlyFlows(Definitions definitions, FigureReading reading, Texts texts) {
    this.definitions = definitions;
    this.reading = reading;
    this.texts = texts;
  }

  /**
   * A flow at an organisation, with its direct parts.
   *
   * @param unit its code
   * @param parts amounts; a part without any is left out
   */
  public record Flow(String figure, String unit, long total, Map<UUID, Long> parts) {}

  /** The ids of all such figures, by id. */
  public List<String> ids() {
    var all = definitions.all();
    var ids = all.stream().map(FigureDefinition::id).collect(Collectors.toSet());
    return all.stream()
        .filter(figure -> figure.kind() == Kind.FLOW && !isBreakdown(figure.id(), ids))
        .map(FigureDefinition::id)
        .sorted()
        .toList();
  }

  /** {@code N33.student} breaks {@code N33} down. */
  private static boolean isBreakdown(String id, Set<String> ids) {
    int dot = id.lastIndexOf('.');
    return dot > 0 && ids.contains(id.substring(0, dot));
  }

  /** A figure's name in the reader's language. */
  public String name(String figure) {
    return texts.text("figure." + figure + ".name");
  }

  /** A unit's name in the reader's language. */
  public String unitName(String unit) {
    return texts.text("figure.unit." + unit);
  }

  /** The flows of a month, in the order of their ids. */
  public List<Flow> of(Set<String> figures, UUID organisation, YearMonth month) {
    var period = new Period(month.atDay(1), month.atEndOfMonth());
    var totals = reading.sums(figures, organisation, period);
    var parts = new HashMap<String, Map<UUID, Long>>();
    reading
        .parts(figures, organisation, period)
        .forEach(
            part ->
                parts
                    .computeIfAbsent(part.figure(), f -> new HashMap<>())
                    .put(part.organisation(), part.amount()));
    return figures.stream()
        .sorted()
        .map(
            figure ->
                new Flow(
                    figure,
                    definitions.get(figure).unit(),
                    totals.getOrDefault(figure, 0L),
                    parts.getOrDefault(figure, Map.of())))
        .toList();
  }
}
