package org.silian.organisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * An organisation stands, with all that is in it, under another than before. Told when the tree has
 * changed, in the same transaction.
 *
 * @param words the number of the paper
 */
public record OrganisationMoved(
    UUID organisation, UUID former, UUID parent, Instant occurredAt, @Nullable String words)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(OrganisationSubject.NAME, organisation);
  }
}
