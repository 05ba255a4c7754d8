package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A security administrator opened an account that was locked or asleep.
 *
 * @param words the reason
 */
public record AccountUnlocked(UUID person, UUID organisation, Instant occurredAt, String words)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("person", person);
  }
}
