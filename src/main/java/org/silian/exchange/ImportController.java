package org.silian.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.exchange.ImportStore.Import;
import org.silian.exchange.ImportStore.State;
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

  private static final int SHOWN = 200;

  private final ImportKinds kinds;
  private final ImportManagement management;
  private final ImportStore store;
  private final ImportFiles files;
  private final Idempotency idempotency;
  private final Texts texts;

  ImportController(
      ImportKinds kinds,
      ImportManagement management,
      ImportStore store,
      ImportFiles files,
      Idempotency idempotency,
      Texts texts) {
    this.kinds = kinds;
    this.management = management;
    this.store = store;
    this.files = files;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  /** A kind of rows that this post may import. */
  record ImportKindView(String kind, String name, List<ImportFieldView> fields) {}

  /**
   * A field of a kind.
   *
   * @param choices what can be meant, in words
   */
  record ImportFieldView(
      String key, String name, CellType type, boolean required, List<String> choices) {}

  /** An import in a list. */
  record ImportRowView(
      UUID id, String kind, String name, String fileName, State state, Instant at) {}

  /**
   * An import.
   *
   * @param running whether its rows are being made at this moment
   */
  record ImportView(
      UUID id,
      long version,
      String kind,
      String name,
      State state,
      boolean running,
      Instant at,
      String fileName,
      String sheet,
      int headerLine,
      List<ImportColumn> columns,
      List<ImportConstant> constants,
      List<ImportNote> notes,
      @Nullable ImportCheck check) {}

  /**
   * A column of the file.
   *
   * @param letter as spreadsheets call it
   * @param withheld whether it holds ID numbers, which are never imported
   */
  record ImportColumn(
      int index,
      String letter,
      String header,
      boolean hidden,
      boolean withheld,
      List<String> samples,
      @Nullable String field) {}

  /** What every row has in a field without a column. */
  record ImportConstant(@NotBlank String field, @NotBlank @Size(max = 200) String value) {}

  /** Something to know about the file. */
  record ImportNote(String text) {}

  /**
   * What a dry run found, or what was done.
   *
   * @param bad how many rows cannot be made; of them the first are in {@code rows}
   */
  record ImportCheck(
      int fresh,
      int changed,
      int there,
      int bad,
      List<ImportBadRow> rows,
      List<ImportSkipped> skipped) {}

  /** A row that cannot be made, by its line in the file. */
  record ImportBadRow(int line, @Nullable String field, String reason) {}

  /** Lines that are no rows. */
  record ImportSkipped(String why, List<Integer> lines) {}

  @GetMapping("/kinds")
  @Requires("exchange.import")
  List<ImportKindView> kinds() {
    return kinds.of(Actor.current()).stream()
        .map(kind -> new ImportKindView(kind.name(), name(kind.name()), fields(kind)))
        .toList();
  }

  @GetMapping(path = "/kinds/{kind}/template", produces = ImportFiles.XLSX)
  @Requires("exchange.import")
  ResponseEntity<byte[]> template(@PathVariable String kind) {
    var known = kinds.get(kind, Actor.current());
    return ImportFiles.attachment(name(kind) + ".xlsx", files.template(known));
  }

  @GetMapping
  @Requires("exchange.import")
  List<ImportRowView> mine() {
    return store.mine(Actor.current()).stream()
        .map(
            i ->
                new ImportRowView(
                    i.id(), i.kind(), name(i.kind()), i.head().fileName(), i.state(), i.at()))
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
        name(found.kind()) + "-" + texts.text("exchange.bad-rows") + ".xlsx",
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
    var view = view(found, found.state() != State.DONE && store.isRunning(id, actor));
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  private ImportView view(Import i, boolean running) {
    var head = i.head();
    return new ImportView(
        i.id(),
        i.version(),
        i.kind(),
        name(i.kind()),
        i.state(),
        running,
        i.at(),
        head.fileName(),
        head.sheet(),
        head.layout().headerLine(),
        head.layout().columns().stream()
            .map(
                c ->
                    new ImportColumn(
                        c.index(),
                        letter(c.index()),
                        c.header(),
                        c.hidden(),
                        c.withheld(),
                        c.samples(),
                        c.field()))
            .toList(),
        head.constants().entrySet().stream()
            .map(each -> new ImportConstant(each.getKey(), each.getValue()))
            .toList(),
        head.notes().stream().map(this::note).toList(),
        head.check() == null ? null : check(i.kind(), head.check()));
  }

  private ImportNote note(Sheet.Note note) {
    return new ImportNote(
        texts.text("exchange.note." + note.code(), Map.of("count", note.count())));
  }

  private ImportCheck check(String kind, ImportStore.Check check) {
    return new ImportCheck(
        check.fresh(),
        check.changed(),
        check.there(),
        check.bad().size(),
        check.bad().stream()
            .limit(SHOWN)
            .map(
                row ->
                    new ImportBadRow(
                        row.line(),
                        row.field() == null ? null : fieldName(kind, row.field()),
                        row.reason()))
            .toList(),
        skipped(check.skipped()));
  }

  private List<ImportSkipped> skipped(List<Rows.Skipped> skipped) {
    return List.of(Rows.Why.values()).stream()
        .map(
            why ->
                new ImportSkipped(
                    texts.text("exchange.skipped." + why.name().toLowerCase(java.util.Locale.ROOT)),
                    skipped.stream()
                        .filter(s -> s.why() == why)
                        .map(Rows.Skipped::line)
                        .limit(SHOWN)
                        .toList()))
        .filter(s -> !s.lines().isEmpty())
        .toList();
  }

  private @Nullable String fieldName(String kind, String field) {
    var key = "import." + kind + "." + field;
    return texts.has(key) ? texts.text(key) : null;
  }

  private List<ImportFieldView> fields(ImportKind kind) {
    return kind.fields().stream()
        .map(
            f ->
                new ImportFieldView(
                    f.key(),
                    texts.text("import." + kind.name() + "." + f.key()),
                    f.type(),
                    f.required(),
                    ImportFiles.words(f)))
        .toList();
  }

  private String name(String kind) {
    return texts.text("import." + kind);
  }

  private static String letter(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letter(column / 26 - 1) + (char) ('A' + column % 26);
  }
}
