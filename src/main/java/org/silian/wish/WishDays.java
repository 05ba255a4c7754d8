package org.silian.wish;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to wishes because a day has passed. Running it twice on one day changes nothing. */
@Component
class WishDays {

  private final Wishes wishes;
  private final WishContacts contacts;
  private final WishRules rules;
  private final Districts districts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WishDays(
      Wishes wishes,
      WishContacts contacts,
      WishRules rules,
      Districts districts,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.wishes = wishes;
    this.contacts = contacts;
    this.rules = rules;
    this.districts = districts;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(cron = "0 10 1 * * *", zone = "Asia/Shanghai")
  void dayHasPassed() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(this::pass)));
  }

  /** Does for the current district what today asks for. */
  void pass() {
    var today = District.day(clock.instant());
    each(
        "select id from wish where state = 'APPROVED' and claim_contact_by < ?",
        today,
        (wish, at) -> wish.release(WishFact.ReleaseReason.NOT_CONTACTED, null, at));
    each(
        "select id from wish where state = 'PUBLISHED' and expires_on < ?",
        today,
        (wish, at) -> wish.rollOver(rules, at));
    each(
        "select id from wish where state = 'CONFIRMED' and confirmed_at < ?::date",
        today.minus(rules.ratedWithin()),
        Wish::closeUnrated);
    each(
        """
        select w.id from wish w join wish_contact c on c.wish_id = w.id
        where w.ended_at < ?::date""",
        today.minus(rules.contactKept()),
        (wish, at) -> {
          contacts.delete(wish.id());
          wish.forget(at);
        });
  }

  private void each(String due, LocalDate day, BiConsumer<Wish, Instant> verb) {
    List<UUID> ids =
        jdbc.sql(due).param(Date.valueOf(day)).query((r, n) -> r.getObject(1, UUID.class)).list();
    for (var id : ids) {
      transaction.executeWithoutResult(
          status -> {
            var wish = wishes.findById(id).orElseThrow();
            verb.accept(wish, clock.instant());
            wishes.save(wish);
          });
    }
  }
}
