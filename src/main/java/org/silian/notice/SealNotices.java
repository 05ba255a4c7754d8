package org.silian.notice;

import java.time.LocalDate;
import java.util.Map;
import org.silian.journal.SealAlarm;
import org.silian.journal.SealTarget;
import org.silian.journal.Subject;
import org.silian.organisation.OrganisationDirectory;
import org.springframework.stereotype.Component;

/** Tells a district's audit administrators what is the matter with its seals. */
@Component
class SealNotices implements SealAlarm {

  private static final String MAY_SEE = "journal.seals";

  private final Notices notices;
  private final OrganisationDirectory organisations;

  SealNotices(Notices notices, OrganisationDirectory organisations) {
    this.notices = notices;
    this.organisations = organisations;
  }

  @Override
  public void refused(Subject seal) {
    tellAuditors("journal.refused", seal, Map.of());
  }

  @Override
  public void forked(Subject seal) {
    tellAuditors("journal.forked", seal, Map.of());
  }

  @Override
  public void undelivered(Subject seal, SealTarget target, LocalDate day) {
    tellAuditors("journal.undelivered", seal, Map.of("target", target, "day", day));
  }

  private void tellAuditors(String code, Subject seal, Map<String, ?> arguments) {
    organisations
        .district()
        .ifPresent(d -> notices.tellPosts(d.id(), MAY_SEE, code, seal, arguments));
  }
}
