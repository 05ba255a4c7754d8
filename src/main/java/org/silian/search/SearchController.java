package org.silian.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Subjects;
import org.silian.permission.Permissions;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.silian.search.SearchBoard.Hit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One box for all kinds of records, and each kind to the end. Whoever has no post finds nothing.
 */
@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {

  private static final int SHOWN = 8;

  private final SearchBoard board;
  private final Terms terms;
  private final Subjects subjects;
  private final Permissions permissions;
  private final ObjectProvider<Searchable> declared;

  SearchController(
      SearchBoard board,
      Terms terms,
      Subjects subjects,
      Permissions permissions,
      ObjectProvider<Searchable> declared) {
    this.board = board;
    this.terms = terms;
    this.subjects = subjects;
    this.permissions = permissions;
    this.declared = declared;
  }

  /**
   * A record that was found.
   *
   * @param number as people write it; empty where it has none
   * @param title what its list calls it
   * @param organisation the name of that under which it stands
   */
  record SearchHit(
      String type, UUID id, String number, String title, String organisation, Instant at) {}

  /**
   * The first records of a kind.
   *
   * @param more whether there are others
   */
  record SearchGroup(String type, List<SearchHit> hits, boolean more) {}

  /** The first of each kind; a kind without any is left out. */
  @GetMapping
  @SignedIn
  List<SearchGroup> all(@RequestParam @NotBlank @Size(max = 60) String q) {
    var actor = Actor.current();
    return declared.stream()
        .filter(source -> mayFind(actor, source))
        .sorted(Comparator.comparing(Searchable::subjectType))
        .map(source -> group(source.subjectType(), find(actor, source, q, null, SHOWN)))
        .filter(group -> !group.hits().isEmpty())
        .toList();
  }

  /** All of one kind, the latest first. */
  @GetMapping("/{type}")
  @SignedIn
  Page<SearchHit> one(
      @PathVariable String type,
      @RequestParam @NotBlank @Size(max = 60) String q,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    var actor = Actor.current();
    return declared.stream()
        .filter(source -> source.subjectType().equals(type) && mayFind(actor, source))
        .findFirst()
        .map(source -> find(actor, source, q, Cursor.parse(after), size))
        .orElseThrow(() -> Refusal.notFound("not-found"));
  }

  private boolean mayFind(Actor actor, Searchable source) {
    return actor.reach() != null
        && actor.role() != null
        && permissions.allows(actor.role(), source.permission());
  }

  private static SearchGroup group(String type, Page<SearchHit> page) {
    return new SearchGroup(type, page.items(), page.next() != null);
  }

  private Page<SearchHit> find(
      Actor actor, Searchable source, String q, @Nullable Cursor after, int size) {
    var type = source.subjectType();
    var query = terms.query(q, type, String.valueOf(actor.reach()));
    if (query.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var asked = q.strip();
    var number = asked.chars().anyMatch(Character::isDigit) ? asked : null;
    var page = Page.of(board.find(type, query, number, after, size + 1), size, Hit::cursor);
    var titles =
        subjects.titles(
            page.items().stream().map(hit -> new Subject(type, hit.id())).toList(), actor);
    var hits = new ArrayList<SearchHit>();
    for (var hit : page.items()) {
      var title = titles.get(new Subject(type, hit.id()));
      if (title != null) {
        hits.add(
            new SearchHit(
                type, hit.id(), hit.number(), title.text(), hit.organisationName(), hit.at()));
      }
    }
    return new Page<>(hits, page.next());
  }
}
