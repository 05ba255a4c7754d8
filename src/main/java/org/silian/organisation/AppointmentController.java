package org.silian.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.AppointmentViews.AppointmentView;
import org.silian.organisation.PersonBoard.Viewer;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
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

/** Appointing, extending and ending; who held what, and what ends soon. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AppointmentController {

  private final AppointmentManagement appointments;
  private final AppointmentBoard board;
  private final PersonBoard persons;
  private final AppointmentViews views;
  private final OrganisationDirectory directory;
  private final PartyLine partyLine;
  private final Idempotency idempotency;
  private final Clock clock;

  AppointmentController(
      AppointmentManagement appointments,
      AppointmentBoard board,
      PersonBoard persons,
      AppointmentViews views,
      OrganisationDirectory directory,
      PartyLine partyLine,
      Idempotency idempotency,
      Clock clock) {
    this.appointments = appointments;
    this.board = board;
    this.persons = persons;
    this.views = views;
    this.directory = directory;
    this.partyLine = partyLine;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * An appointment to be made.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   * @param grid the grid in which the post works
   */
  record AppointmentRequest(
      UUID person,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Size(max = 100) @Nullable String document,
      @Nullable UUID grid) {}

  /**
   * The end of an appointment.
   *
   * @param on the first day on which it is no longer held
   * @param document the number of the paper that ends it
   */
  record AppointmentEndRequest(LocalDate on, @Size(max = 100) @Nullable String document) {}

  /**
   * A longer term.
   *
   * @param to the new last day; absent to leave it open
   * @param document the number of the paper that extends it
   */
  record AppointmentExtensionRequest(
      @Nullable LocalDate to, @Size(max = 100) @Nullable String document) {}

  record AppointedPerson(UUID id, String name) {}

  /**
   * An appointment in a list.
   *
   * @param ended whether its end has come
   * @param proposer who has proposed it, where it needs approval
   */
  record AppointmentRow(
      UUID id,
      long version,
      AppointedPerson person,
      Role role,
      String roleName,
      OrganisationLink organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endDocument,
      boolean ended,
      boolean awaitsApproval,
      @Nullable String proposer,
      List<String> steps) {}

  @PostMapping("/appointments")
  @Requires("person.appoint")
  ResponseEntity<AppointmentView> appoint(
      @RequestHeader("Idempotency-Key") String key,
      @Valid @RequestBody AppointmentRequest request) {
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            request,
            () ->
                appointments.appoint(
                    new Appointing(
                        request.person(),
                        request.role(),
                        request.organisation(),
                        request.from(),
                        request.to(),
                        request.document(),
                        request.grid())));
    return answer(HttpStatus.CREATED, id);
  }

  @PostMapping("/appointments/{id}/end")
  @Requires("person.appoint")
  ResponseEntity<AppointmentView> end(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody AppointmentEndRequest request) {
    appointments.end(id, Revision.parse(ifMatch), request.on(), request.document());
    return answer(HttpStatus.OK, id);
  }

  @PostMapping("/appointments/{id}/extension")
  @Requires("person.appoint")
  ResponseEntity<AppointmentView> extend(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody AppointmentExtensionRequest request) {
    appointments.extend(id, Revision.parse(ifMatch), request.to(), request.document());
    return answer(HttpStatus.OK, id);
  }

  /** What ends within some days, today included, the soonest first. */
  @GetMapping("/appointments/ending")
  @Requires("person.view")
  Page<AppointmentRow> ending(
      @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    var today = District.day(clock.instant());
    return board
        .ending(viewer(), today, today.plusDays(days), Cursor.parse(after), size)
        .map(this::row);
  }

  /** Everything an organisation ever had, the latest first. */
  @GetMapping("/organisations/{id}/appointments")
  @Requires("person.view")
  Page<AppointmentRow> ofOrganisation(
      @PathVariable UUID id,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    var viewer = viewer();
    if (!directory.isWithin(id, viewer.reach())) {
      throw Refusal.notFound("organisation.not-found");
    }
    return board.ofOrganisation(viewer, id, Cursor.parse(after), size).map(this::row);
  }

  /** What waits for approval, in the order in which it was proposed. */
  @GetMapping("/appointments/proposals")
  @Requires("grant.approve")
  List<AppointmentRow> proposals() {
    return board.awaiting(viewer()).stream().map(this::row).toList();
  }

  @PostMapping("/appointments/{id}/approval")
  @Requires("grant.approve")
  ResponseEntity<AppointmentView> approve(
      @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
    appointments.approve(id, Revision.parse(ifMatch));
    return answer(HttpStatus.OK, id);
  }

  @PostMapping("/appointments/{id}/refusal")
  @Requires("grant.approve")
  ResponseEntity<AppointmentView> decline(
      @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
    appointments.decline(id, Revision.parse(ifMatch));
    return answer(HttpStatus.OK, id);
  }

  private ResponseEntity<AppointmentView> answer(HttpStatus status, UUID id) {
    var view =
        persons
            .appointment(viewer(), id)
            .map(views::view)
            .orElseThrow(() -> Refusal.notFound("organisation.appointment-not-found"));
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  private Viewer viewer() {
    var actor = Actor.current();
    return new Viewer(Reach.of(actor), partyLine.includes(actor));
  }

  private AppointmentRow row(AppointmentBoard.Row row) {
    return new AppointmentRow(
        row.id(),
        row.version(),
        new AppointedPerson(row.person(), row.personName()),
        row.role(),
        views.roleName(row.role()),
        row.organisation(),
        row.from(),
        row.to(),
        row.document(),
        row.endDocument(),
        row.ended(),
        row.awaitsApproval(),
        row.proposer(),
        views.steps(row.ended(), row.to()));
  }
}
