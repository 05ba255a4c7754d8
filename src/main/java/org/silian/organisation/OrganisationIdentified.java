package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** The credit code or the division of an organisation was entered or put right. */
public record OrganisationIdentified(UUID organisation, Instant occurredAt) implements Fact {

  @Override
  public Subject subject() {
    return new Subject(OrganisationSubject.NAME, organisation);
  }
}
