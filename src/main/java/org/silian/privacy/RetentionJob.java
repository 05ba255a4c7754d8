package org.silian.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets what is old by the rules of all modules, every hour, and proves it: one line for a run
 * that forgot something, and one a day for each rule in any case, so that a job that stood still
 * shows.
 */
@Component
class RetentionJob {

  /** From so many persons on a district needs an officer for personal information (R-PI-17). */
  static final long MANY = 1_000_000;

  private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

  private final ObjectProvider<RetentionRule> rules;
  private final KnownPersons persons;
  private final Districts districts;
  private final JdbcClient jdbc;
  private final Clock clock;

  RetentionJob(
      ObjectProvider<RetentionRule> rules,
      KnownPersons persons,
      Districts districts,
      JdbcClient jdbc,
      Clock clock) {
    this.rules = rules;
    this.persons = persons;
    this.districts = districts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${silian.privacy.retention-after:PT5M}",
      fixedDelayString = "${silian.privacy.retention:PT1H}")
  void runEverywhere() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(this::run)));
  }

  /** Applies every rule to the current district; one rule's trouble does not hold up the others. */
  void run() {
    rules.orderedStream().forEach(this::apply);
    watchTheCount();
  }

  private void apply(RetentionRule rule) {
    var now = clock.instant();
    var before = rule.before(now);
    try {
      long forgotten = rule.forget(before);
      if (forgotten > 0 || !isProvedOn(rule, District.day(now))) {
        jdbc.sql("insert into privacy_proof (id, rule, at, before, deleted) values (?, ?, ?, ?, ?)")
            .params(
                UuidCreator.getTimeOrderedEpoch(),
                rule.id(),
                now.atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC),
                forgotten)
            .update();
      }
    } catch (RuntimeException e) {
      log.error("What is old by the rule {} was not forgotten", rule.id(), e);
    }
  }

  private boolean isProvedOn(RetentionRule rule, LocalDate day) {
    return jdbc.sql("select exists (select from privacy_proof where rule = ? and at >= ?)")
        .params(rule.id(), District.start(day).atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private void watchTheCount() {
    if (persons.count() >= MANY) {
      jdbc.sql(
              """
              insert into privacy_threshold (persons, reached_on) values (?, ?)
              on conflict do nothing""")
          .params(MANY, District.day(clock.instant()))
          .update();
    }
  }
}
