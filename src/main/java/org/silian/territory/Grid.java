package org.silian.territory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/** A grid of one layer inside one community (R-GRD-02). */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("territory_grid")
class Grid extends AbstractAggregateRoot<Grid> {

  private static final int LONGEST_NAME = 40;
  private static final int LAST_NUMBER = 999;

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final GridLayer layer;
  private final UUID organisationId;
  private final UUID communityId;
  private final int number;
  private final @Nullable String code;
  private final String name;
  private final LocalDate drawnOn;

  @PersistenceCreator
  Grid(
      UUID id,
      GridLayer layer,
      UUID organisationId,
      UUID communityId,
      int number,
      @Nullable String code,
      String name,
      LocalDate drawnOn) {
    this.id = id;
    this.layer = layer;
    this.organisationId = organisationId;
    this.communityId = communityId;
    this.number = number;
    this.code = code;
    this.name = name;
    this.drawnOn = drawnOn;
  }

  /**
   * A grid with the next number of its community and layer; its code is the community's and three
   * digits (R-GRD-03).
   *
   * @param organisation the community, or what stands in it and owns the grid
   */
  static Grid drawn(
      GridLayer layer,
      String name,
      UUID organisation,
      GridHomes.Home home,
      int number,
      LocalDate on,
      Instant at) {
    var plain = name.strip();
    if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST_NAME) {
      throw Refusal.invalid("territory.grid-name", "name");
    }
    if (number > LAST_NUMBER) {
      throw Refusal.ruleBroken("territory.grids-full");
    }
    var grid =
        new Grid(
            UuidCreator.getTimeOrderedEpoch(),
            layer,
            organisation,
            home.community(),
            number,
            home.division() == null ? null : "%s%03d".formatted(home.division(), number),
            plain,
            on);
    grid.registerEvent(new GridDrawn(grid.id, layer, grid.organisationId, at));
    return grid;
  }

  UUID id() {
    return id;
  }
}
