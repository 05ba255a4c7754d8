package org.silian.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.PersonBoard.Held;
import org.silian.organisation.PersonBoard.Listed;
import org.silian.organisation.PersonBoard.Viewer;
import org.silian.permission.Requires;
import org.silian.tenancy.District;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records that may be of one person: found, merged, told apart, parted again. */
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
class DuplicateController {

  private final Duplicates duplicates;
  private final PersonMerging merging;
  private final MergeRules rules;
  private final PersonBoard board;
  private final PartyLine partyLine;
  private final Phones phones;
  private final Idempotency idempotency;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  DuplicateController(
      Duplicates duplicates,
      PersonMerging merging,
      MergeRules rules,
      PersonBoard board,
      PartyLine partyLine,
      Phones phones,
      Idempotency idempotency,
      Texts texts,
      JdbcClient jdbc,
      Clock clock) {
    this.duplicates = duplicates;
    this.merging = merging;
    this.rules = rules;
    this.board = board;
    this.partyLine = partyLine;
    this.phones = phones;
    this.idempotency = idempotency;
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One of the two. */
  record DuplicatePerson(UUID id, String name, @Nullable String phone, List<String> posts) {}

  /** Two records, and what they have in common beside the name. */
  record DuplicatePair(DuplicatePerson one, DuplicatePerson other, Set<Duplicates.Sign> signs) {}

  /**
   * @param kept the record that stays
   * @param merged the one that goes into it
   * @param nameOf whose name is right, of the two
   * @param phoneOf whose phone is right
   */
  record MergeRequest(UUID kept, UUID merged, UUID nameOf, UUID phoneOf) {}

  record DistinctRequest(UUID one, UUID other) {}

  /**
   * A merging.
   *
   * @param undoUntil until when it can be undone; absent where it cannot any more
   */
  record MergeView(UUID id, long version, UUID kept, Instant at, @Nullable Instant undoUntil) {}

  @GetMapping("/duplicates")
  @Requires("person.merge")
  Page<DuplicatePair> duplicates(
      @RequestParam(required = false) @Size(max = 300) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    var actor = Actor.current();
    var viewer = new Viewer(Reach.of(actor), partyLine.includes(actor));
    var today = District.day(clock.instant());
    var page = duplicates.list(viewer, today, Cursor.parse(after), size);
    var held =
        board.appointments(
            viewer,
            page.items().stream()
                .flatMap(pair -> Stream.of(pair.one().id(), pair.other().id()))
                .distinct()
                .toList());
    return page.map(
        pair ->
            new DuplicatePair(
                person(pair.one(), held.getOrDefault(pair.one().id(), List.of())),
                person(pair.other(), held.getOrDefault(pair.other().id(), List.of())),
                pair.signs()));
  }

  @PostMapping("/merges")
  @Requires("person.merge")
  ResponseEntity<MergeView> merge(
      @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody MergeRequest request) {
    var id =
        idempotency.once(
            Actor.current().personOrRefuse(),
            key,
            request,
            () ->
                merging.merge(
                    new PersonMerging.Merging(
                        request.kept(), request.merged(), request.nameOf(), request.phoneOf())));
    return answer(HttpStatus.CREATED, id);
  }

  @PostMapping("/merges/{id}/undo")
  @Requires("person.merge")
  ResponseEntity<MergeView> undo(
      @PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
    merging.undo(id, Revision.parse(ifMatch));
    return answer(HttpStatus.OK, id);
  }

  /** Those into a person's record that can still be undone. */
  @GetMapping("/{id}/merges")
  @Requires("person.merge")
  List<MergeView> merges(@PathVariable UUID id) {
    rules.refuseUnlessReached(List.of(id), Actor.current());
    return jdbc
        .sql(
            "select id from organisation_merge where kept_id = ? and moved is not null"
                + " order by at desc")
        .param(id)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list()
        .stream()
        .map(merging::get)
        .map(this::view)
        .toList();
  }

  @PostMapping("/distinct")
  @Requires("person.merge")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void distinct(@Valid @RequestBody DistinctRequest request) {
    merging.keepApart(request.one(), request.other());
  }

  private DuplicatePerson person(Listed person, List<Held> held) {
    return new DuplicatePerson(
        person.id(),
        person.name(),
        phones.masked(person.phone()),
        held.stream()
            .map(h -> h.organisation().name() + " · " + texts.text("role." + h.role()))
            .toList());
  }

  private ResponseEntity<MergeView> answer(HttpStatus status, UUID id) {
    var view = view(merging.get(id));
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  private MergeView view(PersonMerging.Merge merge) {
    boolean open =
        merge.undoneAt() == null
            && merge.moved() != null
            && clock.instant().isBefore(merge.undoUntil());
    return new MergeView(
        merge.id(), merge.version(), merge.keptId(), merge.at(), open ? merge.undoUntil() : null);
  }
}
