package org.silian.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.AppointmentBoard.Holding;
import org.silian.permission.Permission;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The posts of an organisation, and what every role may do: from the running program. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class RoleController {

  private final OrganisationDirectory directory;
  private final AppointmentBoard board;
  private final PartyLine partyLine;
  private final Permissions permissions;
  private final Texts texts;
  private final Clock clock;

  RoleController(
      OrganisationDirectory directory,
      AppointmentBoard board,
      PartyLine partyLine,
      Permissions permissions,
      Texts texts,
      Clock clock) {
    this.directory = directory;
    this.board = board;
    this.partyLine = partyLine;
    this.permissions = permissions;
    this.texts = texts;
    this.clock = clock;
  }

  /** Somebody in a post. */
  record PostHolder(
      UUID appointment, UUID person, String name, LocalDate from, @Nullable LocalDate to) {}

  /**
   * A role of an organisation.
   *
   * @param held how many hold it today; none is a vacancy
   * @param holders some of them by name, for posts that may see persons
   */
  record OrganisationPost(Role role, String roleName, int held, List<PostHolder> holders) {}

  /**
   * A role of the matrix.
   *
   * @param held how many hold it within reach; absent for a standing, which nobody appoints to, and
   *     for party members, whom only their line may count
   */
  record MatrixRole(Role role, String roleName, @Nullable Integer held) {}

  /** A permission, in plain words, and the roles that have it. */
  record MatrixPermission(String id, String text, List<Role> roles) {}

  /** The permissions of one module. */
  record MatrixGroup(String name, List<MatrixPermission> permissions) {}

  record MatrixView(List<MatrixRole> roles, List<MatrixGroup> groups) {}

  @GetMapping("/organisations/{id}/posts")
  @Requires("organisation.view")
  List<OrganisationPost> posts(@PathVariable UUID id) {
    var actor = Actor.current();
    var organisation = directory.get(id);
    if (!organisation.path().startsWith(Reach.of(actor))) {
      throw Refusal.notFound("organisation.not-found");
    }
    boolean line = partyLine.includes(actor);
    var holdings = board.holders(id, line, District.day(clock.instant()));
    boolean named = actor.role() != null && permissions.allows(actor.role(), "person.view");
    return organisation.kind().roles().stream()
        .filter(role -> line || role != Role.PARTY_MEMBER)
        .map(role -> post(role, holdings.stream().filter(h -> h.role() == role).toList(), named))
        .toList();
  }

  @GetMapping("/roles")
  @Requires("role.view")
  MatrixView matrix() {
    var held = board.held(Reach.of(Actor.current()), District.day(clock.instant()));
    Map<String, List<MatrixPermission>> groups = new LinkedHashMap<>();
    for (var permission : permissions.all()) {
      groups
          .computeIfAbsent(group(permission), name -> new ArrayList<>())
          .add(
              new MatrixPermission(
                  permission.id(),
                  texts.text("permission." + permission.id()),
                  permission.roles().stream().sorted().toList()));
    }
    return new MatrixView(
        Arrays.stream(Role.values())
            .map(
                role ->
                    new MatrixRole(
                        role,
                        texts.text("role." + role),
                        role.isStanding() || role == Role.PARTY_MEMBER
                            ? null
                            : held.getOrDefault(role, 0)))
            .toList(),
        groups.entrySet().stream()
            .map(
                group ->
                    new MatrixGroup(
                        texts.text("permission.group." + group.getKey()), group.getValue()))
            .toList());
  }

  private static String group(Permission permission) {
    return permission.id().substring(0, permission.id().indexOf('.'));
  }

  private OrganisationPost post(Role role, List<Holding> holdings, boolean named) {
    return new OrganisationPost(
        role,
        texts.text("role." + role),
        holdings.isEmpty() ? 0 : holdings.getFirst().held(),
        named
            ? holdings.stream()
                .map(h -> new PostHolder(h.appointment(), h.person(), h.name(), h.from(), h.to()))
                .toList()
            : List.of());
  }
}
