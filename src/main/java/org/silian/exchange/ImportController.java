package org.silian.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.exchange.ImportStore.State;
import org.silian.exchange.ImportViews.ImportConstant;
import org.silian.exchange.ImportViews.ImportKindView;
import org.silian.exchange.ImportViews.ImportRowView;
import org.silian.exchange.ImportViews.ImportView;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Import, step by step: a file, its columns, a dry run, done. */
@RestController
@RequestMapping(path = "/api/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {

  private final ImportKinds kinds;
  private final ImportManagement management;
  private final ImportStore store;
  private final ImportFiles files;
  private final Idempotency idempotency;
  private final ImportViews views;
  private final Texts texts;

  ImportController(
      ImportKinds kinds,
      ImportManagement management,
      ImportStore store,
      ImportFiles files,
      Idempotency idempotency,
      ImportViews views,
      Texts texts) {
    this.kinds = kinds;
    this.management = management;
    this.store = store;
    this.files = files;
    this.idempotency = idempotency;
    this.views = views;
    this.texts = texts;
  }

  @GetMapping("/kinds")
  @Requires("exchange.import")
  List<ImportKindView> kinds() {
    return kinds.of(Actor.current()).stream().map(views::kind).toList();
  }

  @GetMapping(path = "/kinds/{kind}/template", produces = ImportFiles.XLSX)
  @Requires("exchange.import")
  ResponseEntity<byte[]> template(@PathVariable String kind) {
    var known = kinds.get(kind, Actor.current());
    return ImportFiles.attachment(views.name(kind) + ".xlsx", files.template(known));
  }

  @GetMapping
  @Requires("exchange.import")
  List<ImportRowView> mine() {
    return store.mine(Actor.current()).stream()
        .map(
            i ->
                new ImportRowView(
                    i.id(), i.kind(), views.name(i.kind()), i.head().fileName(), i.state(), i.at()))
        .toList();
  }

  @PostMapping
  @Requires("exchange.import")
  ResponseEntity<ImportView> bring(
      @RequestHeader("Idempotency-Key") String key,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw Refusal.invalid("missing", "file");
    }
    var actor = Actor.current();
    var bytes = file.getBytes();
    var name = java.util.Objects.requireNonNullElse(file.getOriginalFilename(), "");
    var read = management.read(kind, name.substring(0, Math.min(100, name.length())), bytes, actor);
    var request = kind + " " + HexFormat.of().formatHex(ImportFiles.hash(bytes));
    var id =
        idempotency.once(actor.personOrRefuse(), key, request, () -> management.keep(read, actor));
    return answer(HttpStatus.CREATED, id);
  }

  @GetMapping("/{id}")
  @Requires("exchange.import")
  ResponseEntity<ImportView> read(@PathVariable UUID id) {
    return answer(HttpStatus.OK, id);
  }

  /** Which column is which field, by its index. */
  record ColumnChoice(int column, @NotBlank String field) {}

  record ColumnsRequest(
      @Size(max = 256) List<@Valid ColumnChoice> columns,
      @Size(max = 50) List<@Valid ImportConstant> constants) {}

  /** Chooses the columns and tries what would happen. */
  @PutMapping("/{id}/columns")
  @Requires("exchange.import")
  ResponseEntity<ImportView> choose(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid ColumnsRequest request) {
    var columns = new HashMap<Integer, String>();
    request.columns().forEach(c -> columns.put(c.column(), c.field()));
    var constants = new HashMap<String, String>();
    request.constants().forEach(c -> constants.put(c.field(), Cells.plain(c.value())));
    management.check(id, Revision.parse(ifMatch), columns, constants, Actor.current());
    return answer(HttpStatus.OK, id);
  }

  /** Whether bad rows are in the way of all, or left. */
  enum Which {
    ALL,
    GOOD
  }

  record RunRequest(Which rows) {}

  /** Makes the rows: all at once, or none. */
  @PostMapping("/{id}/run")
  @Requires("exchange.import")
  ResponseEntity<ImportView> run(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid RunRequest request) {
    management.run(id, Revision.parse(ifMatch), request.rows() == Which.GOOD, Actor.current());
    return answer(HttpStatus.OK, id);
  }

  /** The bad rows as they were in the file, with a reason beside each. */
  @GetMapping(path = "/{id}/bad-rows", produces = ImportFiles.XLSX)
  @Requires("exchange.import")
  ResponseEntity<byte[]> badRows(@PathVariable UUID id) {
    var found = store.get(id, Actor.current());
    var check = found.head().check();
    if (check == null || check.bad().isEmpty()) {
      throw Refusal.conflict("exchange.rows-gone");
    }
    var kind = kinds.get(found.kind(), Actor.current());
    return ImportFiles.attachment(
        views.name(found.kind()) + "-" + texts.text("exchange.bad-rows") + ".xlsx",
        files.badRows(kind, store.sheet(id), found.head().layout(), check));
  }

  /** Throws the file away. */
  @DeleteMapping("/{id}")
  @Requires("exchange.import")
  ResponseEntity<Void> discard(@PathVariable UUID id) {
    management.discard(id, Actor.current());
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<ImportView> answer(HttpStatus status, UUID id) {
    var actor = Actor.current();
    var found = store.get(id, actor);
    var view = views.of(found, found.state() != State.DONE && store.isRunning(id, actor));
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }
}
