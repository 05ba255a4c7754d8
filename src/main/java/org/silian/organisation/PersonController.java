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
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.PersonBoard.Held;
import org.silian.organisation.PersonBoard.Viewer;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.privacy.AccessLog;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons and their appointments, for posts that reach them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonController {

  private final PersonBoard board;
  private final OrganisationDirectory directory;
  private final AppointmentManagement appointments;
  private final Phones phones;
  private final PartyLine partyLine;
  private final Permissions permissions;
  private final AccessLog accessLog;
  private final Idempotency idempotency;
  private final Texts texts;
  private final Clock clock;

  PersonController(
      PersonBoard board,
      OrganisationDirectory directory,
      AppointmentManagement appointments,
      Phones phones,
      PartyLine partyLine,
      Permissions permissions,
      AccessLog accessLog,
      Idempotency idempotency,
      Texts texts,
      Clock clock) {
    this.board = board;
    this.directory = directory;
    this.appointments = appointments;
    this.phones = phones;
    this.partyLine = partyLine;
    this.permissions = permissions;
    this.accessLog = accessLog;
    this.idempotency = idempotency;
    this.texts = texts;
    this.clock = clock;
  }

  /** A post of a person in a list. */
  record PersonPost(Role role, String roleName, OrganisationLink organisation) {}

  /**
   * A person in a list.
   *
   * @param phone masked
   * @param posts within reach that are not over
   */
  record PersonRow(UUID id, String name, @Nullable String phone, List<PersonPost> posts) {}

  /**
   * A person.
   *
   * @param phone in digits
   * @param appointments within reach, the latest first
   */
  record PersonView(
      UUID id, String name, @Nullable String phone, List<AppointmentView> appointments) {}

  /**
   * An appointment.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   * @param endDocument the number of the paper that ends it
   * @param steps what the post in use may do with it now: {@code end}
   */
  record AppointmentView(
      UUID id,
      long version,
      Role role,
      String roleName,
      OrganisationLink organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endDocument,
      List<String> steps) {}

  /**
   * An appointment to be made.
   *
   * @param from the first day
   * @param to the last day; absent where it is open
   * @param document the number of the paper that appoints
   */
  record AppointmentRequest(
      UUID person,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Size(max = 100) @Nullable String document) {}

  /**
   * The end of an appointment.
   *
   * @param on the first day on which it is no longer held
   * @param document the number of the paper that ends it
   */
  record AppointmentEndRequest(LocalDate on, @Size(max = 100) @Nullable String document) {}

  /** By the beginning of the name, or by a whole phone number. */
  @GetMapping("/people")
  @Requires("person.view")
  Page<PersonRow> people(
      @RequestParam(required = false) @Nullable UUID organisation,
      @RequestParam(required = false) @Size(max = 40) @Nullable String q,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    var viewer = organisation == null ? viewer() : viewer(organisation);
    var today = District.day(clock.instant());
    boolean byPhone = q != null && PhoneNumber.isPhone(q);
    var page =
        board.list(
            viewer,
            today,
            q == null || q.isBlank() || byPhone ? null : PersonName.plain(q),
            q != null && byPhone ? phones.index(PhoneNumber.parse(q)) : null,
            Cursor.parse(after),
            size);
    var held =
        board.appointments(viewer, page.items().stream().map(PersonBoard.Listed::id).toList());
    return page.map(
        person ->
            new PersonRow(
                person.id(),
                person.name(),
                phones.masked(person.phone()),
                held.getOrDefault(person.id(), List.of()).stream()
                    .filter(a -> a.to() == null || !a.to().isBefore(today))
                    .map(a -> new PersonPost(a.role(), roleName(a), a.organisation()))
                    .toList()));
  }

  @GetMapping("/people/{id}")
  @Requires("person.view")
  @Transactional
  public PersonView person(@PathVariable UUID id) {
    var viewer = viewer();
    var person =
        board.find(viewer, id).orElseThrow(() -> Refusal.notFound("organisation.person-not-found"));
    accessLog.read(new Subject(PersonSubject.NAME, id), List.of(id), "person.record");
    var phone = phones.open(person.phone());
    return new PersonView(
        person.id(),
        person.name(),
        phone == null ? null : phone.digits(),
        board.appointments(viewer, List.of(id)).getOrDefault(id, List.of()).stream()
            .map(this::view)
            .toList());
  }

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
                        null)));
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

  private ResponseEntity<AppointmentView> answer(HttpStatus status, UUID id) {
    var view =
        board
            .appointment(viewer(), id)
            .map(this::view)
            .orElseThrow(() -> Refusal.notFound("organisation.appointment-not-found"));
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  private Viewer viewer() {
    var actor = Actor.current();
    return new Viewer(Reach.of(actor), partyLine.includes(actor));
  }

  /** The same eyes turned to one subtree within reach. */
  private Viewer viewer(UUID organisation) {
    var viewer = viewer();
    var path = directory.get(organisation).path();
    if (!path.startsWith(viewer.reach())) {
      throw Refusal.notFound("organisation.not-found");
    }
    return new Viewer(path, viewer.line());
  }

  private AppointmentView view(Held held) {
    var role = Actor.current().role();
    boolean mayEnd = !held.ended() && role != null && permissions.allows(role, "person.appoint");
    return new AppointmentView(
        held.id(),
        held.version(),
        held.role(),
        roleName(held),
        held.organisation(),
        held.from(),
        held.to(),
        held.document(),
        held.endDocument(),
        mayEnd ? List.of("end") : List.of());
  }

  private String roleName(Held held) {
    return texts.text("role." + held.role());
  }
}
