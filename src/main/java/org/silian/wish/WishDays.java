package org.silian.wish;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.silian.file.Files;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.privacy.RetentionRule;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to wishes because a day has passed. Running it twice on one day changes nothing. */
@Component
class WishDays implements RetentionRule {

  private final Wishes wishes;
  private final WishContacts contacts;
  private final Files files;
  private final WishRules rules;
  private final Districts districts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WishDays(
      Wishes wishes,
      WishContacts contacts,
      Files files,
      WishRules rules,
      Districts districts,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.wishes = wishes;
    this.contacts = contacts;
    this.files = files;
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
        "w.state = 'APPROVED' and w.claim_contact_by < ?",
        Date.valueOf(today),
        (wish, at) -> wish.release(WishFact.ReleaseReason.NOT_CONTACTED, null, at));
    each(
        "w.state = 'PUBLISHED' and w.expires_on < ?",
        Date.valueOf(today),
        (wish, at) -> wish.rollOver(rules, at));
    each(
        "w.state = 'CONFIRMED' and w.confirmed_at < ?",
        start(today.minus(rules.ratedWithin())),
        Wish::closeUnrated);
  }

  @Override
  public String id() {
    return "wish.contact";
  }

  @Override
  public Instant before(Instant now) {
    return District.start(District.day(now).minus(rules.contactKept()));
  }

  /** Forgets how to reach the wishers of wishes that ended long ago, and their own words. */
  @Override
  public long forget(Instant before) {
    return each(
        "w.ended_at < ? and exists (select from wish_contact c where c.wish_id = w.id)",
        before.atOffset(ZoneOffset.UTC),
        (wish, at) -> {
          contacts.delete(wish.id());
          files.erase(new Subject(WishSubject.NAME, wish.id()));
          wish.forget(at);
        });
  }

  /** A day begins in Shanghai, whatever the zone of the database session. */
  private static OffsetDateTime start(LocalDate day) {
    return District.start(day).atOffset(ZoneOffset.UTC);
  }

  /**
   * Each wish is locked and asked again: somebody may have taken a step since the list was made.
   */
  private int each(String due, Object before, BiConsumer<Wish, Instant> verb) {
    var found = due(due, before, "");
    for (var id : found) {
      transaction.executeWithoutResult(
          status -> {
            if (due(due, before, " and w.id = '" + id + "' for update").isEmpty()) {
              return;
            }
            var wish = wishes.findById(id).orElseThrow();
            verb.accept(wish, clock.instant());
            wishes.save(wish);
          });
    }
    return found.size();
  }

  private List<UUID> due(String due, Object before, String more) {
    return jdbc.sql("select w.id from wish w where " + due + more)
        .param(before)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
