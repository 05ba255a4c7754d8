package org.silian.wish;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.silian.wish.WishBoard.WishRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Wishes: lists, one wish, and making one. The steps of a wish are at {@link WishStepController}.
 */
@RestController
@RequestMapping(path = "/api/wishes", produces = MediaType.APPLICATION_JSON_VALUE)
class WishController {

  private final WishIntake intake;
  private final WishBoard board;
  private final WishReading reading;
  private final Idempotency idempotency;

  WishController(WishIntake intake, WishBoard board, WishReading reading, Idempotency idempotency) {
    this.intake = intake;
    this.board = board;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @GetMapping
  @Requires("wish.view")
  Page<WishRow> list(
      @RequestParam(required = false) @Nullable WishState state,
      @RequestParam(required = false) @Nullable WishKind kind,
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Nullable @Size(max = 40) String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return board.within(
        Actor.current(),
        new WishBoard.Filter(state, kind, organisation, q),
        Cursor.parse(after),
        size);
  }

  @GetMapping("/made")
  @SignedIn
  Page<WishRow> made(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return board.madeBy(Actor.current().personOrRefuse(), Cursor.parse(after), size);
  }

  @GetMapping("/claimed")
  @SignedIn
  Page<WishRow> claimed(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return board.claimedBy(Actor.current().personOrRefuse(), Cursor.parse(after), size);
  }

  @GetMapping("/{id}")
  @SignedIn
  ResponseEntity<WishRecord> read(@PathVariable UUID id) {
    return answer(reading.read(id, Actor.current()));
  }

  /**
   * A wish as it is told.
   *
   * @param community where it belongs; the community of the actor where absent
   * @param title for lists of those who may see it; the beginning of the words where absent
   * @param wisher for whom a worker writes it down; absent for one's own
   * @param address where to come, told only to whom the community approves
   */
  record WishForm(
      WishKind kind,
      @Nullable @Size(max = 30) String title,
      @NotBlank @Size(min = 4, max = 500) String words,
      @Nullable @PositiveOrZero Long costFen,
      @Nullable UUID community,
      boolean child,
      boolean guardianConsent,
      @Valid ConsentForm consent,
      @Nullable @Valid WisherForm wisher,
      @Nullable @Size(max = 100) String address) {}

  /** Consent, to the notice that was shown. */
  record ConsentForm(@NotBlank @Size(max = 20) String noticeVersion, Consent.How how) {}

  /** Somebody without an account, served at the counter. */
  record WisherForm(
      @NotBlank @Size(min = 2, max = 20) String name,
      @Nullable @Pattern(regexp = "[0-9０-９+\\- ]{7,20}") String phone) {}

  @PostMapping
  @SignedIn
  ResponseEntity<WishRecord> make(
      @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid WishForm form) {
    var actor = Actor.current();
    var wish =
        idempotency.create(
            actor.personOrRefuse(),
            key,
            form,
            id -> intake.take(id, form, actor),
            id -> reading.read(id, actor));
    return ResponseEntity.status(HttpStatus.CREATED).body(wish);
  }

  static ResponseEntity<WishRecord> answer(WishRecord wish) {
    return ResponseEntity.ok().eTag("\"" + wish.version() + "\"").body(wish);
  }
}
