package org.silian.city;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.silian.figure.MonthlyFlows;
import org.silian.figure.MonthlyFlows.Flow;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.OrganisationTree;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a district would publish of a month, and the act of publishing it. */
@Component
class Publications {

  private static final Set<OrganisationKind> STREETS =
      Set.of(OrganisationKind.STREET, OrganisationKind.TOWN, OrganisationKind.SPECIAL_UNIT);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final MonthlyFlows flows;
  private final OrganisationDirectory organisations;
  private final OrganisationTree tree;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Publications(
      JdbcClient jdbc,
      MonthlyFlows flows,
      OrganisationDirectory organisations,
      OrganisationTree tree,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.organisations = organisations;
    this.tree = tree;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What would leave.
   *
   * @param revision it would be
   * @param seen the hash of the cells: whoever publishes says what was seen
   */
  record Draft(YearMonth month, int revision, List<CityCell> cells, String seen) {}

  /**
   * @throws Refusal {@code city.month-not-over}, {@code city.no-figures}, {@code
   *     city.not-publishable}
   */
  @Transactional
  Draft draft(YearMonth month, Set<String> figures) {
    if (!month.isBefore(YearMonth.from(District.day(clock.instant())))) {
      throw Refusal.ruleBroken("city.month-not-over");
    }
    if (figures.isEmpty()) {
      throw Refusal.invalid("city.no-figures", "figures");
    }
    if (!flows.ids().containsAll(figures)) {
      throw Refusal.invalid("city.not-publishable", "figures");
    }
    var district = organisations.district().orElseThrow();
    var streets =
        tree.children(district.id()).stream()
            .filter(o -> STREETS.contains(o.kind()) && o.division() != null)
            .sorted(Comparator.comparing(o -> String.valueOf(o.division())))
            .toList();
    var before = before(month);
    var cells =
        flows.of(figures, district.id(), month).stream()
            .flatMap(flow -> cells(flow, district, streets, before).stream())
            .toList();
    return new Draft(month, revision(month), cells, hash(JSON.writeValueAsString(cells)));
  }

  private record Key(String figure, String division) {}

  private static List<CityCell> cells(
      Flow flow, OrganisationSummary district, List<OrganisationSummary> streets, Set<Key> before) {
    var amounts = new ArrayList<Long>();
    var divisions = new ArrayList<String>();
    var names = new ArrayList<String>();
    for (var street : streets) {
      amounts.add(flow.parts().getOrDefault(street.id(), 0L));
      divisions.add(String.valueOf(street.division()));
      names.add(street.name());
    }
    // Nobody may take the streets from the total and find what is elsewhere.
    amounts.add(flow.total() - amounts.stream().mapToLong(Long::longValue).sum());
    divisions.add(CityCell.OTHER);
    names.add(CityCell.OTHER);
    var masked = new BitSet();
    for (int i = 0; i < divisions.size(); i++) {
      masked.set(i, before.contains(new Key(flow.figure(), divisions.get(i))));
    }
    var masking = Masking.of(amounts, masked);
    var total = before.contains(new Key(flow.figure(), CityCell.TOTAL)) ? null : masking.total();
    var cells = new ArrayList<CityCell>();
    cells.add(new CityCell(flow.figure(), CityCell.TOTAL, district.name(), flow.unit(), total));
    for (int i = 0; i < divisions.size(); i++) {
      cells.add(
          new CityCell(
              flow.figure(), divisions.get(i), names.get(i), flow.unit(), masking.parts().get(i)));
    }
    return cells;
  }

  /** What an earlier revision has masked: the difference of two revisions must not tell it. */
  private Set<Key> before(YearMonth month) {
    var keys = new HashSet<Key>();
    jdbc
        .sql("select cells from city_publication where month = ?")
        .param(month.atDay(1))
        .query((row, n) -> row.getString(1))
        .list()
        .stream()
        .flatMap(cells -> read(cells).stream())
        .filter(cell -> cell.amount() == null)
        .forEach(cell -> keys.add(new Key(cell.figure(), cell.division())));
    return keys;
  }

  static List<CityCell> read(String cells) {
    return List.of(JSON.readValue(cells, CityCell[].class));
  }

  private int revision(YearMonth month) {
    return 1
        + jdbc.sql("select coalesce(max(revision), 0) from city_publication where month = ?")
            .param(month.atDay(1))
            .query((row, n) -> row.getInt(1))
            .single();
  }

  /**
   * Publishes what was seen. It cannot be taken back, only followed by a later revision.
   *
   * @param seen as in the draft
   * @param open whether anybody may read it
   * @throws Refusal {@code city.changed} where the draft is another by now
   */
  @Transactional
  UUID publish(YearMonth month, Set<String> figures, String seen, boolean open) {
    var draft = draft(month, figures);
    if (!draft.seen().equals(seen)) {
      throw Refusal.conflict("city.changed");
    }
    var id = UuidCreator.getTimeOrderedEpoch();
    var now = clock.instant();
    jdbc.sql(
            """
            insert into city_publication (id, month, revision, open, cells, published_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(id, month.atDay(1), draft.revision(), open)
        .param(JSON.writeValueAsString(draft.cells()))
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(
        new FiguresPublished(
            id,
            organisations.district().orElseThrow().id(),
            now,
            month.atDay(1),
            draft.revision(),
            open));
    return id;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
