package org.silian.wish;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.permission.Open;
import org.silian.problem.Refusal;
import org.silian.wish.WishWall.WishCard;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wall, for anybody. */
@RestController
@RequestMapping(path = "/api/wishes/wall", produces = MediaType.APPLICATION_JSON_VALUE)
class WishWallController {

  private final WishWall wall;

  WishWallController(WishWall wall) {
    this.wall = wall;
  }

  @GetMapping
  @Open
  Page<WishCard> wall(
      @RequestParam(required = false) @Nullable WishKind kind,
      @RequestParam(required = false) @Nullable UUID near,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return wall.cards(kind, near, Cursor.parse(after), size);
  }

  @GetMapping("/{id}")
  @Open
  WishCard card(@PathVariable UUID id) {
    return wall.card(id).orElseThrow(() -> Refusal.notFound("wish.not-on-the-wall"));
  }
}
