package org.silian.alliance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.PostBoard.SeatPost;
import org.silian.alliance.SeatManagement.NewSeat;
import org.silian.alliance.Sitting.Term;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
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

/** Seats: making, filling, emptying. Each answers with the body as it then is. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class SeatController {

  private final SeatManagement management;
  private final BodyReading reading;
  private final PostBoard posts;
  private final Idempotency idempotency;

  SeatController(
      SeatManagement management, BodyReading reading, PostBoard posts, Idempotency idempotency) {
    this.management = management;
    this.reading = reading;
    this.posts = posts;
    this.idempotency = idempotency;
  }

  /** Posts by virtue of which somebody could sit, by the unit's name or a holder's. */
  @GetMapping("/posts")
  @Requires("body.seat")
  List<SeatPost> posts(@RequestParam @NotBlank @Size(min = 1, max = 40) String q) {
    return posts.find(q.strip());
  }

  /**
   * A seat to be made, and who takes it.
   *
   * @param unit where the post is that justifies it
   * @param role which post that is
   * @param appointment who takes it at once; absent where it is vacant for now
   * @param from its first day, and that of whoever takes it; today where absent
   * @param to the last day of the term; absent where it lasts as long as the post
   * @param document the number of the paper that appoints
   */
  record SeatForm(
      SeatKind kind,
      boolean voting,
      @Nullable UUID unit,
      @Nullable Role role,
      @Nullable UUID appointment,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable @Size(max = 100) String document) {}

  @PostMapping("/bodies/{id}/seats")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> create(
      @PathVariable UUID id,
      @RequestHeader("Idempotency-Key") String key,
      @RequestBody @Valid SeatForm form) {
    idempotency.once(
        Actor.current().personOrRefuse(),
        key,
        form,
        () ->
            management.create(
                id,
                new NewSeat(
                    form.kind(),
                    form.voting(),
                    form.unit(),
                    form.role(),
                    form.appointment(),
                    form.from(),
                    form.to(),
                    form.document())));
    return answer(HttpStatus.CREATED, id);
  }

  /** A seat in its body, with who could take it. */
  record SeatView(BodyRecord body, UUID seat, SeatPost post) {}

  @GetMapping("/seats/{id}")
  @Requires("body.seat")
  SeatView seat(@PathVariable UUID id) {
    var seat = management.seat(id);
    return new SeatView(
        reading.read(seat.bodyId(), Actor.current()), seat.id(), posts.of(seat.post()));
  }

  /**
   * Who takes a seat.
   *
   * @param appointment by which she holds the seat's post
   */
  record SeatFillingForm(
      @Nullable UUID appointment,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable @Size(max = 100) String document) {}

  @PostMapping("/seats/{id}/sittings")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> fill(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid SeatFillingForm form) {
    if (form.appointment() == null) {
      throw Refusal.ruleBroken("alliance.seat-without-post").at("post");
    }
    management.fill(
        id,
        Revision.parse(ifMatch),
        form.appointment(),
        new Term(form.from(), form.to(), form.document()));
    return answer(HttpStatus.CREATED, management.seat(id).bodyId());
  }

  @PostMapping("/seats/{id}/vacancy")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> leaveVacant(
      @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
    management.leaveVacant(id, Revision.parse(ifMatch));
    return answer(HttpStatus.OK, management.seat(id).bodyId());
  }

  @PostMapping("/seats/{id}/abolition")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> abolish(
      @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
    management.abolish(id, Revision.parse(ifMatch));
    return answer(HttpStatus.OK, management.seat(id).bodyId());
  }

  /**
   * The end of a sitting.
   *
   * @param on the first day on which the seat is no longer held, today at the latest
   * @param document the number of the paper that ends it
   */
  record SittingEndForm(LocalDate on, @Nullable @Size(max = 100) String document) {}

  @PostMapping("/sittings/{id}/end")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> end(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid SittingEndForm form) {
    return answer(
        HttpStatus.OK, management.release(id, Revision.parse(ifMatch), form.on(), form.document()));
  }

  private ResponseEntity<BodyRecord> answer(HttpStatus status, UUID body) {
    return ResponseEntity.status(status).body(reading.read(body, Actor.current()));
  }
}
