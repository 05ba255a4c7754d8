package org.silian.wording;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a district says in its own words. */
@Component
class WordingManagement {

  private final WordingRules rules;
  private final OrganisationDirectory organisations;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WordingManagement(
      WordingRules rules,
      OrganisationDirectory organisations,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rules = rules;
    this.organisations = organisations;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Says a text otherwise, in each language that is given; where nothing is given, as the program.
   *
   * @throws Refusal {@code wording.places}, {@code wording.deputy} and others at {@code zh} or
   *     {@code en}
   */
  @Transactional
  public void say(String code, @Nullable String zh, @Nullable String en, Revision revision) {
    if (!rules.isEditable(code)) {
      throw Refusal.notFound("wording.no-such-text");
    }
    if (zh != null) {
      rules.check(code, Locale.SIMPLIFIED_CHINESE, zh, "zh");
    }
    if (en != null) {
      rules.check(code, Locale.ENGLISH, en, "en");
    }
    next(revision);
    put(code, Locale.SIMPLIFIED_CHINESE, zh);
    put(code, Locale.ENGLISH, en);
    announce(code);
  }

  /** Sets what the district says of itself, in both languages alike; what is absent falls away. */
  @Transactional
  public void describe(Map<String, @Nullable String> settings, Revision revision) {
    next(revision);
    settings.forEach(
        (code, text) -> {
          put(code, Locale.SIMPLIFIED_CHINESE, text);
          put(code, Locale.ENGLISH, text);
        });
    announce("district");
  }

  /** Whoever changes words waits for whoever does, and reads what he has left. */
  private void next(Revision revision) {
    long version =
        jdbc.sql("select version from wording_version for update")
            .query((row, n) -> row.getLong(1))
            .single();
    revision.expect(version);
    jdbc.sql("update wording_version set version = version + 1").update();
  }

  private void put(String code, Locale locale, @Nullable String text) {
    jdbc.sql("delete from wording_text where code = ? and language = ?")
        .params(code, locale.toLanguageTag())
        .update();
    if (text != null) {
      jdbc.sql("insert into wording_text (code, language, text, changed_at) values (?, ?, ?, ?)")
          .params(code, locale.toLanguageTag(), text, clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private void announce(String code) {
    var district =
        organisations
            .district()
            .map(OrganisationSummary::id)
            .orElseThrow(() -> Refusal.notFound("organisation.not-found"));
    events.publishEvent(new TextChanged(TextSubject.id(code), district, clock.instant(), code));
  }
}
