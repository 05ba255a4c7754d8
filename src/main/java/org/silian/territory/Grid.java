package org.silian.territory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A grid of one layer. What it was called and how it was drawn, from which day on, is in its
 * editions.
 */
@Table("territory_grid")
class Grid extends AbstractAggregateRoot<Grid> {

  private static final int LONGEST_NAME = 40;
  private static final int MOST_HOUSEHOLDS = 100_000;

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final GridLayer layer;
  private final UUID organisationId;
  private final @Nullable UUID communityId;
  private @Nullable Integer number;
  private @Nullable String code;
  private String name;
  private final LocalDate drawnOn;
  private @Nullable LocalDate closedOn;

  @PersistenceCreator
  Grid(
      UUID id,
      GridLayer layer,
      UUID organisationId,
      @Nullable UUID communityId,
      @Nullable Integer number,
      @Nullable String code,
      String name,
      LocalDate drawnOn,
      @Nullable LocalDate closedOn) {
    this.id = id;
    this.layer = layer;
    this.organisationId = organisationId;
    this.communityId = communityId;
    this.number = number;
    this.code = code;
    this.name = name;
    this.drawnOn = drawnOn;
    this.closedOn = closedOn;
  }

  /** Where a grid is numbered: a community, and the code it has there (R-GRD-03). */
  record Place(UUID community, int number, @Nullable String code) {}

  /**
   * A new grid.
   *
   * @param organisation that owns it
   * @param place absent where it lies in no single community
   */
  static Grid drawn(
      GridLayer layer,
      String name,
      UUID organisation,
      @Nullable Place place,
      LocalDate on,
      Instant now) {
    refuseFuture(on, "on", now);
    var grid =
        new Grid(
            UuidCreator.getTimeOrderedEpoch(),
            layer,
            organisation,
            place == null ? null : place.community(),
            place == null ? null : place.number(),
            place == null ? null : place.code(),
            name(name),
            on,
            null);
    grid.registerEvent(new GridDrawn(grid.id, layer, organisation, moment(on, now)));
    return grid;
  }

  /** Gives it another shape from a day on. */
  void redraw(GridEdition before, Shape shape, LocalDate from, Instant now) {
    refuseUnlessStanding(before, from, now);
    registerEvent(
        new GridRedrawn(id, layer, organisationId, from, shape.squareMetres(), moment(from, now)));
  }

  /** Calls it otherwise, and counts its households anew, from a day on. */
  void describe(
      GridEdition before,
      String newName,
      @Nullable Integer households,
      LocalDate from,
      Instant now) {
    refuseUnlessStanding(before, from, now);
    var plain = name(newName);
    if (!plain.equals(name)) {
      name = plain;
      registerEvent(new GridRenamed(id, layer, organisationId, from, moment(from, now)));
    }
    if (!Objects.equals(households(households), before.households())) {
      registerEvent(
          new GridHouseholdsCounted(
              id, layer, organisationId, households, from, moment(from, now)));
    }
  }

  void renumber(int newNumber, @Nullable String newCode, Instant now) {
    if (number == null) {
      throw Refusal.ruleBroken("territory.grid-outside-community");
    }
    registerEvent(new GridRenumbered(id, layer, organisationId, number, newNumber, now));
    number = newNumber;
    code = newCode;
  }

  /** Closes it; the day is the first on which it is no more. */
  void close(GridEdition last, LocalDate on, Instant now) {
    refuseUnlessStanding(last, on, now);
    closedOn = on;
    registerEvent(new GridClosed(id, layer, organisationId, moment(on, now)));
  }

  /** Editions follow each other: what has been overtaken by a later one is not changed. */
  private void refuseUnlessStanding(GridEdition last, LocalDate day, Instant now) {
    if (closedOn != null) {
      throw Refusal.conflict("territory.grid-closed");
    }
    refuseFuture(day, "from", now);
    if (day.isBefore(last.from())) {
      throw Refusal.invalid("territory.grid-day", "from").with("first", last.from());
    }
  }

  private static void refuseFuture(LocalDate day, String field, Instant now) {
    if (day.isAfter(District.day(now))) {
      throw Refusal.invalid("territory.grid-future", field);
    }
  }

  static String name(String text) {
    var plain = text.strip();
    if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST_NAME) {
      throw Refusal.invalid("territory.grid-name", "name");
    }
    return plain;
  }

  static @Nullable Integer households(@Nullable Integer households) {
    if (households != null && (households < 0 || households > MOST_HOUSEHOLDS)) {
      throw Refusal.invalid("territory.households", "households");
    }
    return households;
  }

  private static Instant moment(LocalDate day, Instant now) {
    return day.equals(District.day(now)) ? now : District.start(day);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version == null ? 0 : version;
  }

  GridLayer layer() {
    return layer;
  }

  UUID organisation() {
    return organisationId;
  }

  @Nullable UUID community() {
    return communityId;
  }

  String name() {
    return name;
  }
}
