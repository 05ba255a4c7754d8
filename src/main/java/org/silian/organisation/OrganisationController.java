package org.silian.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.permission.Open;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.territory.Divisions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
  private final Divisions divisions;
  private final Permissions permissions;
  private final Texts texts;

  OrganisationController(
      OrganisationBoard board,
      OrganisationDirectory directory,
      OrganisationTree tree,
      Divisions divisions,
      Permissions permissions,
      Texts texts) {
    this.board = board;
    this.directory = directory;
    this.tree = tree;
    this.divisions = divisions;
    this.permissions = permissions;
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

  /** A kind of organisation that can be founded under another. */
  record KindView(OrganisationKind kind, String kindName) {}

  /** An organisation in a list, with what its parent is called. */
  record OrganisationRowView(
      UUID id,
      OrganisationKind kind,
      String kindName,
      String name,
      @Nullable UUID parent,
      @Nullable String place,
      @Nullable String uscc) {}

  /**
   * An organisation in the tree.
   *
   * @param parts whether others stand under it
   */
  record OrganisationNode(
      UUID id, OrganisationKind kind, String kindName, String name, boolean parts) {}

  /** The division that an organisation governs. */
  record DivisionView(String code, String name) {}

  /**
   * An organisation.
   *
   * @param parts how many stand directly under it
   * @param path from the root of what the post reaches down to the organisation itself
   * @param roles to which a person can be appointed in it
   * @param kinds that can be founded under it
   * @param formerNames the latest first
   * @param steps what the post in use may do with it now
   */
  record OrganisationView(
      UUID id,
      long version,
      OrganisationKind kind,
      String kindName,
      String name,
      @Nullable UUID parent,
      @Nullable String uscc,
      @Nullable DivisionView division,
      LocalDate founded,
      @Nullable LocalDate dissolved,
      int parts,
      List<OrganisationLink> path,
      List<RoleView> roles,
      List<KindView> kinds,
      List<OrganisationBoard.FormerNameView> formerNames,
      List<String> steps) {}

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

  /** Standing organisations within reach by a part of the name. */
  @GetMapping("/organisations")
  @Requires("organisation.view")
  List<OrganisationRowView> organisations(
      @RequestParam(required = false) @Nullable OrganisationKind kind,
      @RequestParam(required = false) @Size(max = 40) @Nullable String q,
      @RequestParam(required = false) @Nullable UUID under,
      @RequestParam(defaultValue = "200") @Min(1) @Max(500) int size) {
    var reach = Reach.of(Actor.current());
    return board
        .list(under == null ? reach : within(reach, under), kind, blankToNull(q), size)
        .stream()
        .map(
            o ->
                new OrganisationRowView(
                    o.id(),
                    o.kind(),
                    kindName(o.kind()),
                    o.name(),
                    o.parent(),
                    o.place(),
                    o.uscc()))
        .toList();
  }

  /** One level of the tree; without {@code under}, the top of what the post reaches. */
  @GetMapping("/organisations/tree")
  @Requires("organisation.view")
  Page<OrganisationNode> tree(
      @RequestParam(required = false) @Nullable UUID under,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(200) int size) {
    var reach = Reach.of(Actor.current());
    if (under == null) {
      return new Page<>(board.top(reach).stream().map(this::node).toList(), null);
    }
    within(reach, under);
    return board.level(under, Cursor.parse(after), size).map(this::node);
  }

  @GetMapping("/organisations/{id}")
  @Requires("organisation.view")
  ResponseEntity<OrganisationView> organisation(@PathVariable UUID id) {
    var view = view(id);
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  OrganisationView view(UUID id) {
    var reach = Reach.of(Actor.current());
    var found = board.find(reach, id).orElseThrow(() -> Refusal.notFound("organisation.not-found"));
    return new OrganisationView(
        found.id(),
        found.version(),
        found.kind(),
        kindName(found.kind()),
        found.name(),
        found.parent(),
        found.uscc(),
        division(found.division()),
        found.foundedOn(),
        found.dissolvedOn(),
        found.parts(),
        tree.lineage(id).stream()
            .filter(o -> o.path().startsWith(reach))
            .map(o -> new OrganisationLink(o.id(), o.name()))
            .toList(),
        found.kind().roles().stream()
            .map(role -> new RoleView(role, texts.text("role." + role)))
            .toList(),
        Arrays.stream(OrganisationKind.values())
            .filter(kind -> kind.parents().contains(found.kind()))
            .map(kind -> new KindView(kind, kindName(kind)))
            .toList(),
        board.formerNames(id),
        steps(found));
  }

  private @Nullable DivisionView division(@Nullable String code) {
    return code == null
        ? null
        : divisions
            .find(code)
            .map(division -> new DivisionView(division.code(), division.name()))
            .orElse(null);
  }

  private List<String> steps(OrganisationBoard.Found found) {
    var role = Actor.current().role();
    var steps = new ArrayList<String>();
    if (role == null || found.dissolvedOn() != null) {
      return steps;
    }
    if (permissions.allows(role, "organisation.manage")) {
      steps.addAll(List.of("found", "rename", "identify"));
      if (found.parent() != null) {
        steps.addAll(List.of("move", "dissolve"));
      }
    }
    if (permissions.allows(role, "person.appoint")) {
      steps.add("appoint");
    }
    return steps;
  }

  private OrganisationNode node(OrganisationBoard.Node node) {
    return new OrganisationNode(
        node.id(), node.kind(), kindName(node.kind()), node.name(), node.parts());
  }

  private String kindName(OrganisationKind kind) {
    return texts.text("organisation.kind." + kind);
  }

  private String within(String reach, UUID organisation) {
    var path = directory.get(organisation).path();
    if (!path.startsWith(reach)) {
      throw Refusal.notFound("organisation.not-found");
    }
    return path;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
