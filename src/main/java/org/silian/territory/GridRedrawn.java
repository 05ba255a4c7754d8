package org.silian.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A grid has another shape from a day on.
 *
 * @param squareMetres of the new shape
 */
public record GridRedrawn(
    UUID grid,
    GridLayer layer,
    UUID organisation,
    LocalDate from,
    long squareMetres,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(GridSubject.NAME, grid);
  }
}
