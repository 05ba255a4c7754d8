package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * An organisation has another name. Neither the old nor the new one is in the fact.
 *
 * @param words the number of the paper
 */
public record OrganisationRenamed(
    UUID organisation, OrganisationKind kind, Instant occurredAt, @Nullable String words)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(OrganisationSubject.NAME, organisation);
  }
}
