package org.silian.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.organisation.AppointmentViews.AppointmentView;
import org.silian.organisation.PersonBoard.Viewer;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.privacy.AccessLog;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons and their appointments, for posts that reach them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonController {

  private final PersonBoard board;
  private final OrganisationDirectory directory;
  private final AppointmentViews views;
  private final Phones phones;
  private final PartyLine partyLine;
  private final AccessLog accessLog;
  private final Clock clock;

  PersonController(
      PersonBoard board,
      OrganisationDirectory directory,
      AppointmentViews views,
      Phones phones,
      PartyLine partyLine,
      AccessLog accessLog,
      Clock clock) {
    this.board = board;
    this.directory = directory;
    this.views = views;
    this.phones = phones;
    this.partyLine = partyLine;
    this.accessLog = accessLog;
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
                    .map(a -> new PersonPost(a.role(), views.roleName(a.role()), a.organisation()))
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
            .map(views::view)
            .toList());
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
}
