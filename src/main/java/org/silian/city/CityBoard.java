package org.silian.city;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.silian.tenancy.Hub;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What districts have published, read from the hub: of each month the latest revision. */
@Component
class CityBoard {

  private static final String LATEST =
      """
      with latest as (
        select distinct on (district, month) id, district, month, revision, open, published_at
        from hub_publication
        where month between :from and :to and (open or not :open)
        order by district, month, revision desc)
      """;

  private final JdbcClient jdbc;
  private final Hub hub;
  private final Districts districts;

  CityBoard(JdbcClient jdbc, Hub hub, Districts districts) {
    this.jdbc = jdbc;
    this.hub = hub;
    this.districts = districts;
  }

  /** A published number with all that tells what it is. */
  record Published(
      String district,
      String districtName,
      LocalDate month,
      int revision,
      boolean open,
      Instant publishedAt,
      String figure,
      String division,
      String name,
      String unit,
      @Nullable Long amount) {}

  /** All numbers of a month, by the names of districts, then by figure and division. */
  List<Published> month(YearMonth month, boolean openOnly) {
    return hub.call(() -> read(month, month, openOnly, "", "order by cell.figure, cell.division"));
  }

  /** The districts' totals of a figure, month by month. */
  List<Published> trend(String figure, YearMonth from, YearMonth to) {
    return hub.call(
        () ->
            read(
                from,
                to,
                false,
                "where cell.figure = :figure and cell.division = ''",
                "order by latest.month",
                figure));
  }

  /** The months of which anything is published, the latest first; at most three years. */
  List<YearMonth> months() {
    return hub.call(
        () ->
            jdbc.sql("select distinct month from hub_publication order by month desc limit 36")
                .query((row, n) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list());
  }

  private List<Published> read(
      YearMonth from,
      YearMonth to,
      boolean openOnly,
      String where,
      String order,
      Object... figure) {
    var statement =
        jdbc.sql(
                LATEST
                    + """
                    select latest.*, cell.figure, cell.division,
                      cell.name, cell.unit, cell.amount
                    from latest
                    join hub_cell cell on cell.publication_id = latest.id
                    """
                    + where
                    + " "
                    + order)
            .param("from", from.atDay(1))
            .param("to", to.atDay(1))
            .param("open", openOnly);
    if (figure.length > 0) {
      statement = statement.param("figure", figure[0]);
    }
    var names = districts.all().stream().collect(Collectors.toMap(District::code, District::name));
    return statement.query((row, n) -> published(row, names)).list().stream()
        .sorted(
            Comparator.comparing(Published::districtName, Collator.getInstance(Locale.CHINA))
                .thenComparing(Published::district))
        .toList();
  }

  private static Published published(ResultSet row, Map<String, String> names) throws SQLException {
    var district = row.getString("district");
    return new Published(
        district,
        names.getOrDefault(district, district),
        row.getObject("month", LocalDate.class),
        row.getInt("revision"),
        row.getBoolean("open"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("figure"),
        row.getString("division"),
        row.getString("name"),
        row.getString("unit"),
        row.getObject("amount", Long.class));
  }
}
