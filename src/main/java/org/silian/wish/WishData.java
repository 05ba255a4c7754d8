package org.silian.wish;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.file.Files;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What wishes keep of people: of who wishes, of who fulfils, of who goes along. */
@Component
@Order(0)
class WishData implements PersonalKeeper {

  /** Nobody is on the way yet: the wish can go with its wisher. */
  private static final Set<WishState> FREE =
      EnumSet.of(WishState.COLLECTED, WishState.VERIFIED, WishState.PUBLISHED);

  private static final Set<WishState> DONE =
      EnumSet.of(WishState.REJECTED, WishState.CONFIRMED, WishState.CLOSED, WishState.WITHDRAWN);

  private final Wishes wishes;
  private final WishContacts contacts;
  private final Files files;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  WishData(
      Wishes wishes,
      WishContacts contacts,
      Files files,
      Texts texts,
      JdbcClient jdbc,
      Clock clock) {
    this.wishes = wishes;
    this.contacts = contacts;
    this.files = files;
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("wish")
        .kind(
            "wish.own",
            LawfulBasis.CONSENT,
            Sensitivity.ORDINARY,
            "wish.wisher_id",
            "wish.title",
            "wish.words",
            "wish.text",
            "wish.rating_words",
            "wish.consent_notice_version",
            "wish.consent_how")
        .kind(
            "wish.contact",
            LawfulBasis.CONSENT,
            Sensitivity.CONTACT,
            "wish_contact.name",
            "wish_contact.phone",
            "wish_contact.address")
        .kind(
            "wish.claimed",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "wish.claim_claimer_id",
            "wish.claim_note",
            "wish.claim_by")
        .kind(
            "wish.work",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "wish.collector_id",
            "wish.claim_companion_id")
        .merging(
            MOVES,
            "wish.wisher_id",
            "wish.collector_id",
            "wish.claim_claimer_id",
            "wish.claim_companion_id")
        .impersonal(CODE, "wish.kind", "wish.state", "wish.confirmation")
        .impersonal(THING, "wish.number");
  }

  private record Mine(
      UUID id,
      String number,
      WishState state,
      String title,
      @Nullable String words,
      @Nullable String text,
      @Nullable String ratingWords,
      @Nullable String note,
      Instant collectedAt,
      Instant consentAt) {}

  @Override
  public List<Kept> kept(UUID person) {
    var kept = new ArrayList<Kept>();
    for (var wish : of("wisher_id", person)) {
      var contact = contacts.of(wish.id());
      kept.add(
          Kept.of(
              "wish.own",
              "wish.number",
              wish.number(),
              "wish.collected_at",
              wish.collectedAt(),
              "wish.state",
              texts.text("wish.state." + wish.state()),
              "wish.title",
              wish.title(),
              "wish.words",
              wish.words(),
              "wish.text",
              wish.text(),
              "wish.rating_words",
              wish.ratingWords()));
      contact.ifPresent(
          c ->
              kept.add(
                  Kept.of(
                      "wish.contact",
                      "wish.number",
                      wish.number(),
                      "wish_contact.name",
                      c.name(),
                      "wish_contact.phone",
                      c.phone(),
                      "wish_contact.address",
                      c.address())));
      files
          .of(new Subject(WishSubject.NAME, wish.id()))
          .forEach(
              file ->
                  kept.add(
                      Kept.of(
                          "file.paper",
                          "wish.number",
                          wish.number(),
                          "file.name",
                          file.name(),
                          "file.attached_at",
                          file.attachedAt())));
    }
    for (var wish : of("claim_claimer_id", person)) {
      kept.add(
          Kept.of(
              "wish.claimed",
              "wish.number",
              wish.number(),
              "wish.state",
              texts.text("wish.state." + wish.state()),
              "wish.text",
              wish.text(),
              "wish.claim_note",
              wish.note()));
    }
    return kept;
  }

  @Override
  public List<Standing> standing(UUID person) {
    var standing = new ArrayList<Standing>();
    for (var wish : of("wisher_id", person)) {
      if (!FREE.contains(wish.state()) && !DONE.contains(wish.state())) {
        standing.add(new Standing("wish-on-the-way", true, wish.number(), null));
      } else if (wish.state() == WishState.CONFIRMED || wish.state() == WishState.CLOSED) {
        standing.add(new Standing("wish-fulfilled", false, wish.number(), null));
      }
    }
    for (var wish : of("claim_claimer_id", person)) {
      if (!DONE.contains(wish.state())) {
        standing.add(new Standing("wish-claimed", true, wish.number(), null));
      }
    }
    return standing;
  }

  @Override
  public List<ConsentGiven> consents(UUID person) {
    return of("wisher_id", person).stream()
        .filter(wish -> FREE.contains(wish.state()))
        .map(wish -> new ConsentGiven(wish.id(), "wish", wish.number(), wish.consentAt(), null))
        .toList();
  }

  @Override
  public void withdraw(UUID person, UUID consent) {
    forget(wishes.findById(consent).orElseThrow());
  }

  @Override
  public Collection<Subject> records(UUID person) {
    return of("wisher_id", person).stream()
        .map(wish -> new Subject(WishSubject.NAME, wish.id()))
        .toList();
  }

  @Override
  public void erase(UUID person) {
    of("wisher_id", person).forEach(mine -> forget(wishes.findById(mine.id()).orElseThrow()));
    jdbc.sql("update wish set claim_note = null where claim_claimer_id = ?").param(person).update();
  }

  private void forget(Wish wish) {
    var now = clock.instant();
    if (FREE.contains(wish.state())) {
      wish.withdraw(now);
    }
    contacts.delete(wish.id());
    files.erase(new Subject(WishSubject.NAME, wish.id()));
    wishes.save(wish.erase(now));
  }

  private List<Mine> of(String column, UUID person) {
    return jdbc.sql(
            """
            select id, number, state, title, words, text, rating_words, claim_note, collected_at,
              consent_at
            from wish where %s = ? order by collected_at, id"""
                .formatted(column))
        .param(person)
        .query(
            (row, n) ->
                new Mine(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    WishState.valueOf(row.getString("state")),
                    row.getString("title"),
                    row.getString("words"),
                    row.getString("text"),
                    row.getString("rating_words"),
                    row.getString("claim_note"),
                    row.getObject("collected_at", OffsetDateTime.class).toInstant(),
                    row.getObject("consent_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
