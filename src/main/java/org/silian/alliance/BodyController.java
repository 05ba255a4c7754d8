package org.silian.alliance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.BodyBoard.Filter;
import org.silian.alliance.BodyBoard.Tier;
import org.silian.alliance.PersonSeats.PersonSeat;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Requires;
import org.springframework.http.HttpHeaders;
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

/** Bodies: the list, one, founding, ruling and dissolving; a person's seats in them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class BodyController {

  private final BodyManagement management;
  private final BodyBoard board;
  private final BodyReading reading;
  private final PersonSeats persons;
  private final Idempotency idempotency;
  private final Texts texts;

  BodyController(
      BodyManagement management,
      BodyBoard board,
      BodyReading reading,
      PersonSeats persons,
      Idempotency idempotency,
      Texts texts) {
    this.management = management;
    this.board = board;
    this.reading = reading;
    this.persons = persons;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  /**
   * A body in the list.
   *
   * @param place where it stands
   * @param vacant how many of its seats nobody sits on
   * @param asked for how many of those the secretariat is asked
   */
  record BodyRow(
      UUID id,
      OrganisationKind kind,
      String kindName,
      String name,
      String place,
      Tier tier,
      int seats,
      int voting,
      int vacant,
      int asked) {}

  /** Bodies from the district down to its communities, within a tier by name. */
  @GetMapping("/bodies")
  @Requires("body.view")
  Page<BodyRow> list(
      @RequestParam(required = false) @Nullable Tier tier,
      @RequestParam(required = false) @Nullable OrganisationKind kind,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable @Size(max = 40) String q,
      @RequestParam(required = false) @Nullable @Size(max = 400) String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    return board
        .list(Actor.current(), new Filter(tier, kind, open, q), Cursor.parse(after), size)
        .map(
            row ->
                new BodyRow(
                    row.id(),
                    row.kind(),
                    texts.text("organisation.kind." + row.kind()),
                    row.name(),
                    row.place(),
                    row.tier(),
                    row.seats(),
                    row.voting(),
                    row.vacant(),
                    row.asked()));
  }

  record BodyKindView(OrganisationKind kind, String kindName) {}

  @GetMapping("/bodies/kinds")
  @Requires("body.view")
  List<BodyKindView> kinds() {
    return Arrays.stream(OrganisationKind.values())
        .filter(OrganisationKind::isBody)
        .map(kind -> new BodyKindView(kind, texts.text("organisation.kind." + kind)))
        .toList();
  }

  @GetMapping("/bodies/{id}")
  @Requires("body.view")
  ResponseEntity<BodyRecord> read(@PathVariable UUID id) {
    return answer(HttpStatus.OK, id);
  }

  /**
   * A body to be founded.
   *
   * @param parent where it stands
   * @param on its first day
   */
  record BodyFounding(
      OrganisationKind kind, @NotBlank @Size(max = 60) String name, UUID parent, LocalDate on) {}

  @PostMapping("/bodies")
  @Requires("body.found")
  ResponseEntity<BodyRecord> found(
      @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid BodyFounding form) {
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            form,
            () -> management.found(form.kind(), form.name(), form.parent(), form.on()));
    return answer(HttpStatus.CREATED, id);
  }

  /**
   * A body's rule.
   *
   * @param quorumCount of a fixed quorum
   * @param termYears how long a seat is taken for; absent where it lasts as long as the post
   * @param secretariat the organisation whose posts look after the body; as it is where absent
   */
  record BodyRuling(
      Succession succession,
      Quorum quorum,
      @Nullable Integer quorumCount,
      @Nullable Integer termYears,
      @Nullable UUID secretariat) {}

  @PutMapping("/bodies/{id}/rule")
  @Requires("body.seat")
  ResponseEntity<BodyRecord> rule(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid BodyRuling form) {
    management.rule(
        id,
        Revision.parse(ifMatch),
        new BodyRule(form.succession(), form.quorum(), form.quorumCount(), form.termYears()),
        form.secretariat());
    return answer(HttpStatus.OK, id);
  }

  /**
   * The end of a body.
   *
   * @param on the first day on which it is no more, today at the latest
   */
  record BodyDissolution(LocalDate on) {}

  @PostMapping("/bodies/{id}/dissolution")
  @Requires("body.found")
  ResponseEntity<BodyRecord> dissolve(
      @PathVariable UUID id, @RequestBody @Valid BodyDissolution form) {
    management.dissolve(id, form.on());
    return answer(HttpStatus.OK, id);
  }

  /** One person's seats in the bodies that the post in use sees. */
  @GetMapping("/people/{id}/seats")
  @Requires("body.members")
  List<PersonSeat> seats(@PathVariable UUID id) {
    return persons.of(id, Actor.current());
  }

  private ResponseEntity<BodyRecord> answer(HttpStatus status, UUID id) {
    var body = reading.read(id, Actor.current());
    return ResponseEntity.status(status).eTag("\"" + body.version() + "\"").body(body);
  }
}
