package org.silian.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;

/** An organisation is no more. */
public record OrganisationDissolved(UUID organisation, OrganisationKind kind, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(OrganisationSubject.NAME, organisation);
  }

  @Override
  public List<Measure> measures() {
    return OrganisationFounded.counted(kind, -1);
  }
}
