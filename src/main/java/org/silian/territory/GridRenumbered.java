package org.silian.territory;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A grid has another number in its community, and so another code. */
public record GridRenumbered(
    UUID grid, GridLayer layer, UUID organisation, int before, int after, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(GridSubject.NAME, grid);
  }
}
