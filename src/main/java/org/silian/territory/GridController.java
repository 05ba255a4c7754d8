package org.silian.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.territory.GridBoard.GridEditionRow;
import org.silian.territory.GridBoard.GridRow;
import org.silian.territory.GridChecks.DraftCheck;
import org.silian.territory.GridChecks.LayerCheck;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Grids: a layer as of a day, one grid with its editions, drawing and changing it. */
@RestController
@RequestMapping(path = "/api/grids", produces = MediaType.APPLICATION_JSON_VALUE)
class GridController {

  private final Grids grids;
  private final GridBoard board;
  private final GridChecks checks;
  private final GridHomes homes;
  private final TerritoryDoor door;
  private final Idempotency idempotency;
  private final Clock clock;

  GridController(
      Grids grids,
      GridBoard board,
      GridChecks checks,
      GridHomes homes,
      TerritoryDoor door,
      Idempotency idempotency,
      Clock clock) {
    this.grids = grids;
    this.board = board;
    this.checks = checks;
    this.homes = homes;
    this.door = door;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @GetMapping
  @Requires("territory.view")
  List<GridRow> layer(
      @RequestParam GridLayer layer,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable UUID community,
      @RequestParam(required = false) @Size(max = 40) @Nullable String q) {
    return board.layer(layer, day(on), Actor.current(), community, q);
  }

  /** What the post in use may do with a grid now. */
  enum GridStep {
    REDRAW,
    DESCRIBE,
    CLOSE
  }

  /**
   * A grid with its past.
   *
   * @param posts how many are held in it today; told to who may close it
   */
  record GridRecord(
      GridRow grid, List<GridEditionRow> editions, @Nullable Integer posts, List<GridStep> steps) {}

  @GetMapping("/{id}")
  @Requires("territory.view")
  ResponseEntity<GridRecord> read(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
    return answer(HttpStatus.OK, id, day(on));
  }

  /** A grid to be drawn. */
  record GridForm(
      GridLayer layer,
      @NotBlank String name,
      UUID organisation,
      LocalDate on,
      @Nullable Integer households,
      Outline outline) {}

  @PostMapping
  @Requires("territory.draw")
  ResponseEntity<GridRecord> draw(
      @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid GridForm form) {
    var shape = Shape.drawn(form.outline());
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            form,
            () ->
                grids.draw(
                    new Grids.Drawing(
                        form.layer(),
                        form.name(),
                        form.organisation(),
                        form.on(),
                        form.households(),
                        shape,
                        null)));
    return answer(HttpStatus.CREATED, id, day(null));
  }

  /** Another shape from a day on. */
  record GridShapeForm(Outline outline, LocalDate from) {}

  @PutMapping("/{id}/shape")
  @Requires("territory.draw")
  ResponseEntity<GridRecord> redraw(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String revision,
      @RequestBody @Valid GridShapeForm form) {
    grids.redraw(id, Revision.parse(revision), Shape.drawn(form.outline()), form.from());
    return answer(HttpStatus.OK, id, day(null));
  }

  /** Another name or number of households from a day on. */
  record GridNameForm(@NotBlank String name, @Nullable Integer households, LocalDate from) {}

  @PutMapping("/{id}/name")
  @Requires("territory.draw")
  ResponseEntity<GridRecord> describe(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String revision,
      @RequestBody @Valid GridNameForm form) {
    grids.describe(id, Revision.parse(revision), form.name(), form.households(), form.from());
    return answer(HttpStatus.OK, id, day(null));
  }

  /** The first day on which a grid is no more. */
  record GridClosing(LocalDate on) {}

  @PutMapping("/{id}/closing")
  @Requires("territory.draw")
  ResponseEntity<GridRecord> close(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String revision,
      @RequestBody @Valid GridClosing form) {
    grids.close(id, Revision.parse(revision), form.on());
    return answer(HttpStatus.OK, id, day(null));
  }

  /** A shape that is not saved yet. */
  record GridDraft(GridLayer layer, LocalDate on, @Nullable UUID grid, Outline outline) {}

  @PostMapping("/draft-check")
  @Requires("territory.draw")
  DraftCheck checkDraft(@RequestBody @Valid GridDraft draft) {
    return checks.draft(
        draft.layer(), draft.on(), Shape.drawn(draft.outline()), draft.grid(), Actor.current());
  }

  @GetMapping("/checks")
  @Requires("territory.view")
  LayerCheck checkLayer(
      @RequestParam GridLayer layer,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable UUID community) {
    return checks.layer(layer, day(on), community, Actor.current());
  }

  /** A place; in a body and not in the address, because it may be where somebody lives. */
  record GridPoint(double longitude, double latitude, @Nullable LocalDate on) {}

  @PostMapping("/at")
  @Requires("territory.view")
  List<GridRow> at(@RequestBody @Valid GridPoint point) {
    var actor = Actor.current();
    var on = day(point.on());
    var found = new ArrayList<GridRow>();
    for (var layer : door.visible(actor)) {
      for (var id : grids.at(layer, point.longitude(), point.latitude(), on)) {
        board.find(id, on, actor).ifPresent(found::add);
      }
    }
    return found;
  }

  private ResponseEntity<GridRecord> answer(HttpStatus status, UUID id, LocalDate on) {
    var actor = Actor.current();
    var row =
        board.find(id, on, actor).orElseThrow(() -> Refusal.notFound("territory.grid-not-found"));
    boolean draws = row.closedOn() == null && door.draws(actor, row.layer());
    return ResponseEntity.status(status)
        .eTag("\"" + row.version() + "\"")
        .body(
            new GridRecord(
                row,
                board.editions(id),
                draws ? homes.posts(id, day(null)) : null,
                draws ? List.of(GridStep.values()) : List.of()));
  }

  private LocalDate day(@Nullable LocalDate day) {
    return day == null ? District.day(clock.instant()) : day;
  }
}
