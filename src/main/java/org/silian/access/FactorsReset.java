package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A security administrator took all second factors of a person away, because she has lost them.
 *
 * @param words the reason
 */
public record FactorsReset(UUID person, UUID organisation, Instant occurredAt, String words)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
