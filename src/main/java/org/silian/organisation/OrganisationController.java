package org.silian.organisation;

import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationBoard.OrganisationRow;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Communities for everybody, organisations for posts that reach them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class OrganisationController {

  private final OrganisationBoard board;
  private final OrganisationDirectory directory;
  private final OrganisationTree tree;
  private final Texts texts;

  OrganisationController(
      OrganisationBoard board,
      OrganisationDirectory directory,
      OrganisationTree tree,
      Texts texts) {
    this.board = board;
    this.directory = directory;
    this.tree = tree;
    this.texts = texts;
  }

  /**
   * A community or village.
   *
   * @param street the street or town it lies in
   * @param kilometres schematic (示意) distance from {@code near}, with one decimal: the plan keeps
   *     communities of one street together and claims nothing about the ground
   */
  record CommunityRow(UUID id, String name, String street, @Nullable Double kilometres) {}

  /** A role that an organisation has. */
  record RoleView(Role role, String roleName) {}

  /**
   * An organisation.
   *
   * @param path from the root of what the post reaches down to the organisation itself
   * @param roles to which a person can be appointed in it
   */
  record OrganisationView(
      UUID id,
      OrganisationKind kind,
      String name,
      @Nullable UUID parent,
      @Nullable String uscc,
      List<OrganisationLink> path,
      List<RoleView> roles) {}

  @GetMapping("/communities")
  @Open
  List<CommunityRow> communities(
      @RequestParam(required = false) @Size(max = 40) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID near) {
    var kilometres =
        near == null || directory.find(near).isEmpty()
            ? Map.<UUID, Double>of()
            : directory.kilometresFrom(near);
    var rows =
        board.communities(blankToNull(q)).stream()
            .map(c -> new CommunityRow(c.id(), c.name(), c.street(), kilometres.get(c.id())));
    return kilometres.isEmpty()
        ? rows.toList()
        : rows.sorted(
                Comparator.comparing(
                    CommunityRow::kilometres, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
  }

  @GetMapping("/organisations")
  @Requires("organisation.view")
  List<OrganisationRow> organisations(
      @RequestParam(required = false) @Nullable OrganisationKind kind,
      @RequestParam(required = false) @Size(max = 40) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID under) {
    var reach = Reach.of(Actor.current());
    if (under == null) {
      return board.list(reach, kind, blankToNull(q));
    }
    var path = directory.get(under).path();
    if (!path.startsWith(reach)) {
      throw Refusal.notFound("organisation.not-found");
    }
    return board.list(path, kind, blankToNull(q));
  }

  @GetMapping("/organisations/{id}")
  @Requires("organisation.view")
  OrganisationView organisation(@PathVariable UUID id) {
    var reach = Reach.of(Actor.current());
    var row = board.find(reach, id).orElseThrow(() -> Refusal.notFound("organisation.not-found"));
    return new OrganisationView(
        row.id(),
        row.kind(),
        row.name(),
        row.parent(),
        row.uscc(),
        tree.lineage(id).stream()
            .filter(o -> o.path().startsWith(reach))
            .map(o -> new OrganisationLink(o.id(), o.name()))
            .toList(),
        row.kind().roles().stream()
            .map(role -> new RoleView(role, texts.text("role." + role)))
            .toList());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
