package org.silian.territory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;

/**
 * A grid was drawn.
 *
 * @param organisation the community, or what stands in it and owns the grid
 */
public record GridDrawn(UUID grid, GridLayer layer, UUID organisation, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(GridSubject.NAME, grid);
  }

  @Override
  public List<Measure> measures() {
    return layer == GridLayer.PARTY ? List.of(new Measure("N11", 1)) : List.of();
  }
}
