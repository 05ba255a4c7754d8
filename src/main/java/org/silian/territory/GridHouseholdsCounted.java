package org.silian.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * How many households a grid has, from a day on.
 *
 * @param households absent where it is no longer known
 */
public record GridHouseholdsCounted(
    UUID grid,
    GridLayer layer,
    UUID organisation,
    @Nullable Integer households,
    LocalDate from,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(GridSubject.NAME, grid);
  }
}
