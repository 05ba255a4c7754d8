package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** Something that is kept of a person was corrected. */
public record PersonCorrected(UUID person, What what, UUID organisation, Instant occurredAt)
    implements Fact {

  /** What was not right. */
  public enum What {
    NAME,
    PHONE
  }

  @Override
  public Subject subject() {
    return new Subject(PersonSubject.NAME, person);
  }
}
