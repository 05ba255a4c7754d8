package org.silian.journal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.problem.DatabaseAway;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes commands out of the queue, seals their entries and folds their measures into the roll-ups:
 * one transaction a batch, one drain a district at a time. No number depends on how soon it runs,
 * because every reading adds what is still queued; what is younger than the last seal is not sealed
 * yet.
 */
@Component
public class Drain {

  private static final Logger log = LoggerFactory.getLogger(Drain.class);
  private static final int BATCH = 1_000;
  private static final String LOCK = "hashtextextended(current_schema || ' drain', 0)";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Districts districts;
  private final Sealer sealer;
  private final SealFolder folder;
  private final @Nullable Fold fold;

  Drain(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Districts districts,
      Sealer sealer,
      SealFolder folder,
      ObjectProvider<Fold> fold) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.districts = districts;
    this.sealer = sealer;
    this.folder = folder;
    this.fold = fold.getIfAvailable();
  }

  /** One district's trouble does not hold up the others. */
  @Scheduled(fixedDelayString = "${silian.journal.drain:PT2S}")
  void drainAll() {
    for (var district : districts.all()) {
      try {
        district.run(this::drain);
      } catch (RuntimeException e) {
        if (DatabaseAway.isWhy(e)) {
          log.warn("The queue of district {} waits for the database", district.code());
          continue;
        }
        log.error("The queue of district {} was not drained", district.code(), e);
      }
    }
  }

  /** Empties the queue of the current district. */
  public void drain() {
    boolean sealed = false;
    while (Boolean.TRUE.equals(transaction.execute(status -> batch()))) {
      sealed = true;
    }
    // A crash before this leaves an older seal in the folder, to which the chain leads as well.
    if (sealed) {
      folder.keep();
    }
  }

  private record Queued(UUID command, UUID[] sealing) {}

  /** Does the work in one transaction while nothing is drained in this district. */
  public void exclusively(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query((row, n) -> 1).single();
          work.run();
        });
  }

  private boolean batch() {
    if (!jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ")")
        .query((row, n) -> row.getBoolean(1))
        .single()) {
      return false;
    }
    var queued =
        jdbc.sql("select id, sealing from journal_queue order by id limit ?")
            .param(BATCH)
            .query(
                (row, n) ->
                    new Queued(
                        row.getObject("id", UUID.class),
                        (UUID[]) row.getArray("sealing").getArray()))
            .list();
    if (queued.isEmpty()) {
      return false;
    }
    var sealed = sealer.seal(queued.stream().flatMap(q -> Stream.of(q.sealing())).toList());
    var sums = take(queued.stream().map(Queued::command).toArray(UUID[]::new), sealed);
    if (fold != null && !sums.isEmpty()) {
      fold.fold(sums);
    }
    return true;
  }

  /** What was not sealed does not count. */
  private List<Fold.Counted> take(UUID[] commands, UUID[] sealed) {
    return jdbc.sql(
            """
            with taken as (
              delete from journal_queue where id = any(:commands)
              returning entries, figures, organisations, days, amounts),
            measure as (
              select u.* from taken, unnest(entries, figures, organisations, days, amounts)
                as u (entry_id, figure, organisation_id, day, amount)
              where u.entry_id = any(:sealed)),
            kept as (
              insert into journal_measure (entry_id, figure, organisation_id, day, amount)
              select entry_id, figure, organisation_id, day, sum(amount) from measure
              group by entry_id, figure, organisation_id, day)
            select figure, organisation_id as organisation, day, sum(amount) as amount
            from measure group by figure, organisation_id, day
            order by figure, organisation_id, day""")
        .param("commands", commands)
        .param("sealed", sealed)
        .query(new SimplePropertyRowMapper<>(Fold.Counted.class))
        .list();
  }
}
