package org.silian.wording;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A district says something in other words than before, or in the program's again.
 *
 * @param words the code of the text; what it says is in neither
 */
public record TextChanged(UUID text, UUID organisation, Instant occurredAt, String words)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(TextSubject.NAME, text);
  }
}
