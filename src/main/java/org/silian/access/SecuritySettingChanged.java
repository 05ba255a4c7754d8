package org.silian.access;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** The program started with another security setting than before. */
public record SecuritySettingChanged(
    SecuritySetting setting, long before, long after, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject("organisation", organisation);
  }
}
