package org.silian.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silian.access.SecurityEvents.Kind;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.journal.Subject;
import org.silian.notice.Notices;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the security settings make of somebody's coming in. */
@Component
class Arrivals {

  private final Sessions sessions;
  private final SecuritySettings settings;
  private final SecurityEvents events;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final Clock clock;

  Arrivals(
      Sessions sessions,
      SecuritySettings settings,
      SecurityEvents events,
      Notices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.sessions = sessions;
    this.settings = settings;
    this.events = events;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Refuses staff whose account nobody has used for too long. Asked once a person is proved, so
   * that it tells nobody else. A link that was handed to her wakes it.
   *
   * @throws Refusal {@code access.dormant}
   */
  void refuseIfDormant(UUID person, SignInWay way) {
    boolean handed = way == SignInWay.INVITATION || way == SignInWay.LINK;
    if (!handed && isDormant(person)) {
      events.note(Kind.SIGN_IN, Outcome.DORMANT, way, person);
      throw Refusal.forbidden("access.dormant");
    }
  }

  boolean isDormant(UUID person) {
    var days = settings.days(SecuritySetting.DORMANT_DAYS);
    return days != null
        && jdbc.sql(
                """
                select exists (
                  select from access_account a where a.person_id = :person and a.used_at <= :since
                    and exists (
                      select from organisation_appointment m
                      where m.person_id = a.person_id and m.role <> 'PARTY_MEMBER'
                        and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)))""")
            .param("person", person)
            .param("since", now().minus(days))
            .param("today", District.day(clock.instant()))
            .query((row, n) -> row.getBoolean(1))
            .single();
  }

  /** Notes that somebody is in, and once she is all in, what follows from it. */
  @Transactional
  public void note(ActiveSession session, Kind kind, SignInWay way) {
    events.note(kind, Outcome.DONE, way, session.person());
    if (session.owed() != null && session.owed() != Owed.PASSWORD) {
      return;
    }
    wake(session.person());
    boolean single = settings.isOn(SecuritySetting.SINGLE_SESSION);
    if (single
        && session.posts().stream().anyMatch(Post::isAdministrator)
        && sessions.supersedeOthers(session) > 0) {
      events.note(Kind.SIGN_IN, Outcome.SUPERSEDED, null, session.person());
    }
    if (settings.isOn(SecuritySetting.SIGN_IN_NOTICE) && session.isStaff()) {
      notices.tell(
          List.of(session.person()),
          "access.signed-in",
          new Subject("person", session.person()),
          Map.of());
    }
  }

  /** The account counts as used at this moment. */
  void wake(UUID person) {
    jdbc.sql("update access_account set used_at = ? where person_id = ?")
        .params(now(), person)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
