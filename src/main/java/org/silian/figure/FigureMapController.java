package org.silian.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Requires;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A figure at every community at once, for maps: numbers, with nobody behind them. */
@RestController
@RequestMapping(path = "/api/figures", produces = MediaType.APPLICATION_JSON_VALUE)
class FigureMapController {

  private final FigureBoard board;
  private final Definitions definitions;
  private final FigureScope scope;

  FigureMapController(FigureBoard board, Definitions definitions, FigureScope scope) {
    this.board = board;
    this.definitions = definitions;
    this.scope = scope;
  }

  /** A community's value. */
  record CommunityValue(UUID community, @Nullable BigDecimal value) {}

  @GetMapping("/{id}/communities")
  @Requires("figure.view")
  List<CommunityValue> communities(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to) {
    var figure = definitions.get(id);
    var reach = scope.organisation(null).path();
    return board.communities(figure, reach, scope.period(from, to)).entrySet().stream()
        .map(each -> new CommunityValue(each.getKey(), each.getValue().value()))
        .toList();
  }
}
