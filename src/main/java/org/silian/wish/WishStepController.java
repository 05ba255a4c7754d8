package org.silian.wish;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.silian.wish.WishFact.RejectionReason;
import org.silian.wish.WishFact.ReleaseReason;
import org.silian.wish.WishRecord.WishParty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The steps of a wish, one address each. Which of them a reader may take now is told by the
 * record's {@code steps}; each answers with the record as it then is.
 */
@RestController
@RequestMapping(path = "/api/wishes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class WishStepController {

  private final WishManagement management;
  private final WishReading reading;
  private final Idempotency idempotency;
  private final Clock clock;

  WishStepController(
      WishManagement management, WishReading reading, Idempotency idempotency, Clock clock) {
    this.management = management;
    this.reading = reading;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @PostMapping("/verification")
  @Requires("wish.verify")
  ResponseEntity<WishRecord> verify(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody WishChecks checks) {
    return step(id, ifMatch, WishStep.VERIFY, (wish, at) -> wish.verify(checks, at));
  }

  record WishRejection(RejectionReason reason, @Nullable @Size(max = 200) String words) {}

  @PostMapping("/rejection")
  @Requires("wish.verify")
  ResponseEntity<WishRecord> reject(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishRejection form) {
    return step(
        id, ifMatch, WishStep.REJECT, (wish, at) -> wish.reject(form.reason(), form.words(), at));
  }

  record WishPublication(@NotBlank @Size(min = 8, max = 200) String text) {}

  @PostMapping("/publication")
  @Requires("wish.publish")
  ResponseEntity<WishRecord> publish(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishPublication form) {
    management.publish(id, Revision.parse(ifMatch), form.text().strip());
    return answer(id);
  }

  @PostMapping("/claim")
  @Requires("wish.claim")
  ResponseEntity<WishRecord> claim(
      @PathVariable UUID id, @RequestHeader("Idempotency-Key") String key) {
    idempotency.once(
        Actor.current().personOrRefuse(), key, "claim " + id, () -> management.claim(id));
    return answer(id);
  }

  record WishClaimApproval(UUID withWorker) {}

  @PostMapping("/claim-approval")
  @Requires("wish.approve")
  ResponseEntity<WishRecord> approve(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody WishClaimApproval form) {
    management.approve(id, Revision.parse(ifMatch), form.withWorker());
    return answer(id);
  }

  /** The workers who may go along on the first visit. */
  @GetMapping("/companions")
  @Requires("wish.approve")
  List<WishParty> companions(@PathVariable UUID id) {
    var wish = reading.read(id, Actor.current());
    return management.companions(wish.community().id(), clock.instant()).stream()
        .map(worker -> new WishParty(worker.person(), worker.name()))
        .distinct()
        .toList();
  }

  record WishClaimEnd(ReleaseReason reason, @Nullable @Size(max = 200) String words) {}

  @PostMapping("/claim-refusal")
  @Requires("wish.approve")
  ResponseEntity<WishRecord> declineClaim(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishClaimEnd form) {
    return step(
        id,
        ifMatch,
        WishStep.DECLINE_CLAIM,
        (wish, at) -> wish.declineClaim(form.reason(), form.words(), at));
  }

  /** Afterwards the claimer no longer sees the record, so nothing is answered. */
  @PostMapping("/claim-release")
  @SignedIn
  ResponseEntity<Void> release(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishClaimEnd form) {
    management.step(
        id,
        Revision.parse(ifMatch),
        WishStep.RELEASE,
        (wish, at) -> wish.release(form.reason(), form.words(), at));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/contact")
  @SignedIn
  ResponseEntity<WishRecord> contact(
      @PathVariable UUID id, @RequestHeader("If-Match") String ifMatch) {
    return step(id, ifMatch, WishStep.CONTACT, Wish::contact);
  }

  record WishFulfilment(@NotBlank @Size(max = 300) String note) {}

  @PostMapping("/fulfilment")
  @SignedIn
  ResponseEntity<WishRecord> fulfil(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishFulfilment form) {
    return step(id, ifMatch, WishStep.FULFIL, (wish, at) -> wish.fulfil(form.note(), at));
  }

  record WishConfirmation(
      @Nullable @Min(1) @Max(5) Integer rating, @Nullable @Size(max = 200) String words) {}

  @PostMapping("/confirmation")
  @SignedIn
  ResponseEntity<WishRecord> confirm(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishConfirmation form) {
    management.confirm(id, Revision.parse(ifMatch), form.rating(), form.words());
    return answer(id);
  }

  record WishWords(@NotBlank @Size(max = 200) String words) {}

  /** The wisher says that it is not done yet. */
  @PostMapping("/denial")
  @SignedIn
  ResponseEntity<WishRecord> deny(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishWords form) {
    return step(id, ifMatch, WishStep.DENY, (wish, at) -> wish.deny(form.words(), at));
  }

  record WishRating(@Min(1) @Max(5) int rating, @Nullable @Size(max = 200) String words) {}

  @PostMapping("/rating")
  @SignedIn
  ResponseEntity<WishRecord> rate(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishRating form) {
    return step(
        id, ifMatch, WishStep.RATE, (wish, at) -> wish.rate(form.rating(), form.words(), at));
  }

  @PostMapping("/withdrawal")
  @SignedIn
  ResponseEntity<WishRecord> withdraw(
      @PathVariable UUID id, @RequestHeader("If-Match") String ifMatch) {
    return step(id, ifMatch, WishStep.WITHDRAW, Wish::withdraw);
  }

  @PostMapping("/correction")
  @Requires("wish.correct")
  ResponseEntity<WishRecord> correct(
      @PathVariable UUID id,
      @RequestHeader("If-Match") String ifMatch,
      @RequestBody @Valid WishWords form) {
    return step(id, ifMatch, WishStep.CORRECT, (wish, at) -> wish.correct(form.words(), at));
  }

  private ResponseEntity<WishRecord> step(
      UUID id, String ifMatch, WishStep step, BiConsumer<Wish, Instant> verb) {
    management.step(id, Revision.parse(ifMatch), step, verb);
    return answer(id);
  }

  private ResponseEntity<WishRecord> answer(UUID id) {
    return WishController.answer(reading.read(id, Actor.current()));
  }
}
