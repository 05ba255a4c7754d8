package org.silian.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A grid is called otherwise from a day on; what it was called is in its editions. */
public record GridRenamed(
    UUID grid, GridLayer layer, UUID organisation, LocalDate from, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(GridSubject.NAME, grid);
  }
}
