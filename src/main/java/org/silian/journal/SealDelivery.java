package org.silian.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.silian.problem.DatabaseAway;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that each day a seal leaves the database for every target that is set. What fails is
 * tried again until it succeeds, and an administrator is told once a day. Several nodes share the
 * work: whoever writes the row first has the next minutes.
 */
@Component
class SealDelivery {

  private static final Logger log = LoggerFactory.getLogger(SealDelivery.class);
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Districts districts;
  private final Sealer sealer;
  private final SealCourier courier;
  private final SealAlarms alarms;
  private final SealProperties properties;
  private final Clock clock;

  SealDelivery(
      JdbcClient jdbc,
      Districts districts,
      Sealer sealer,
      SealCourier courier,
      SealAlarms alarms,
      SealProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.sealer = sealer;
    this.courier = courier;
    this.alarms = alarms;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${silian.seal.delivery:PT1M}")
  void deliverAll() {
    for (var district : districts.all()) {
      try {
        district.run(this::deliver);
      } catch (RuntimeException e) {
        if (!DatabaseAway.isWhy(e)) {
          log.error("The seal of district {} was not delivered", district.code(), e);
        }
      }
    }
  }

  /** Delivers what is due in the current district today. */
  void deliver() {
    var targets = properties.seal().targets();
    if (targets.isEmpty()) {
      return;
    }
    var day = District.day(clock.instant());
    sealer
        .latest()
        .ifPresent(
            seal -> {
              for (var target : targets) {
                if (claim(day, target, seal)) {
                  deliver(day, target, seal);
                }
              }
            });
  }

  private boolean claim(LocalDate day, SealTarget target, Seal seal) {
    return jdbc.sql(
                """
                insert into journal_delivery as d (day, target, seal, tried_at)
                values (:day, :target, :seal, :now)
                on conflict (day, target) do update set seal = :seal, tried_at = :now
                  where d.delivered_at is null and d.tried_at <= :earlier""")
            .param("day", day)
            .param("target", target.name())
            .param("seal", seal.number())
            .param("now", now())
            .param("earlier", now().minus(AGAIN_AFTER))
            .update()
        == 1;
  }

  private void deliver(LocalDate day, SealTarget target, Seal seal) {
    try {
      courier.send(target, seal, day);
      jdbc.sql("update journal_delivery set delivered_at = ? where day = ? and target = ?")
          .params(now(), day, target.name())
          .update();
    } catch (IOException e) {
      log.warn(
          "The seal of district {} did not reach {}: {}",
          District.current().code(),
          target,
          String.valueOf(e.getMessage()));
      if (isFirst(day, target)) {
        alarms.undelivered(seal.number(), target, day);
      }
    }
  }

  /** Whether it has just failed for the first time: later tries come at least minutes after. */
  private boolean isFirst(LocalDate day, SealTarget target) {
    return jdbc.sql(
                "update journal_delivery set told = true where day = ? and target = ? and not told")
            .params(day, target.name())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
