package org.silian.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.silian.problem.DatabaseAway;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.silian.tenancy.Hub;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies publications to the hub. A district and the hub share no transaction, so the row in the
 * district waits until its copy is there; a second copy changes nothing.
 */
@Component
class CityUpload {

  private static final Logger log = LoggerFactory.getLogger(CityUpload.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Districts districts;
  private final Hub hub;
  private final Clock clock;

  CityUpload(
      JdbcClient jdbc, TransactionTemplate transaction, Districts districts, Hub hub, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.districts = districts;
    this.hub = hub;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${silian.city.upload:PT1M}")
  void sendAll() {
    for (var district : districts.all()) {
      try {
        district.run(this::send);
      } catch (RuntimeException e) {
        if (!DatabaseAway.isWhy(e)) {
          log.error("What district {} has published was not copied", district.code(), e);
        }
      }
    }
  }

  private record Waiting(
      UUID id,
      LocalDate month,
      int revision,
      boolean open,
      OffsetDateTime publishedAt,
      List<CityCell> cells) {}

  /** Copies what waits in the current district; outside any transaction. */
  void send() {
    var district = District.current();
    var waiting =
        jdbc.sql(
                """
                select id, month, revision, open, published_at, cells from city_publication
                where sent_at is null order by id""")
            .query(
                (row, n) ->
                    new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("month", LocalDate.class),
                        row.getInt("revision"),
                        row.getBoolean("open"),
                        row.getObject("published_at", OffsetDateTime.class),
                        Publications.read(row.getString("cells"))))
            .list();
    for (var publication : waiting) {
      hub.call(
          () -> {
            transaction.executeWithoutResult(status -> copy(district.code(), publication));
            return null;
          });
      jdbc.sql("update city_publication set sent_at = ? where id = ?")
          .params(clock.instant().atOffset(ZoneOffset.UTC), publication.id())
          .update();
    }
  }

  private void copy(String district, Waiting publication) {
    boolean first =
        jdbc.sql(
                    """
                    insert into hub_publication (id, district, month, revision, open, published_at)
                    values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(publication.id(), district, publication.month(), publication.revision())
                .params(publication.open(), publication.publishedAt())
                .update()
            == 1;
    if (!first) {
      return;
    }
    for (var cell : publication.cells()) {
      jdbc.sql(
              """
              insert into hub_cell (publication_id, figure, division, name, unit, amount)
              values (?, ?, ?, ?, ?, ?)""")
          .params(publication.id(), cell.figure(), cell.division(), cell.name(), cell.unit())
          .param(cell.amount())
          .update();
    }
  }
}
