package org.silian.task;

import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentEnded;
import org.silian.task.Successors.Ended;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leaves no task with a post that has ended: it goes to the successor, else to the posts of the
 * organisation, else to the nearest superior organisation that has such a post.
 */
@Component
class HandOn {

  private final OpenTasks tasks;
  private final Successors successors;
  private final Districts districts;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Clock clock;

  HandOn(
      OpenTasks tasks,
      Successors successors,
      Districts districts,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.tasks = tasks;
    this.successors = successors;
    this.districts = districts;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In the transaction that ends the post. */
  @EventListener
  void on(AppointmentEnded ended) {
    handOn(
        new Ended(
            ended.appointment(),
            ended.role(),
            ended.organisation(),
            District.day(ended.occurredAt())));
  }

  @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Shanghai")
  void expireEverywhere() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(this::expire)));
  }

  /** Posts also end by their last day going by, whether or not that has been told yet. */
  void expire() {
    transaction.executeWithoutResult(
        status -> {
          // One node does it; the others would only run into its changes.
          if (jdbc.sql("select pg_try_advisory_xact_lock(hashtext(current_schema || ' task'))")
              .query((row, n) -> row.getBoolean(1))
              .single()) {
            successors.expired().forEach(this::handOn);
          }
        });
  }

  private void handOn(Ended ended) {
    var left = tasks.findByAppointmentAndClosedAtIsNullOrderById(ended.appointment());
    if (left.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var successor = successors.successor(ended);
    var nearest = new HashMap<Owner.OfPosts, UUID>();
    for (var task : left) {
      if (successor.isPresent()) {
        task.handOver(successor.get(), now);
      } else if (task.posts() instanceof Owner.OfPosts posts) {
        task.returnTo(
            nearest.computeIfAbsent(posts, p -> successors.nearest(p, ended.appointment())), now);
      }
    }
    tasks.saveAll(left);
  }
}
