package org.silian.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.exchange.ExportStore.Export;
import org.silian.exchange.ExportStore.State;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports of lists, for whoever makes them. */
@RestController
@RequestMapping(path = "/api/exports", produces = MediaType.APPLICATION_JSON_VALUE)
class ExportController {

  private final ExportManagement management;
  private final ExportStore store;
  private final ExportContent content;
  private final Idempotency idempotency;
  private final Texts texts;

  ExportController(
      ExportManagement management,
      ExportStore store,
      ExportContent content,
      Idempotency idempotency,
      Texts texts) {
    this.management = management;
    this.store = store;
    this.content = content;
    this.idempotency = idempotency;
    this.texts = texts;
  }

  /**
   * An export.
   *
   * @param written how many rows are there
   * @param total how many there will be, where that is known
   * @param until when the file goes
   */
  record ExportView(
      UUID id,
      String list,
      String name,
      ExportFormat format,
      State state,
      long written,
      @Nullable Long total,
      Instant at,
      Instant until) {}

  /**
   * A list, and the filters by which it is seen.
   *
   * @param filters under the names that the list's own address gives them
   */
  record ExportRequest(
      @NotBlank @Size(max = 40) String list,
      ExportFormat format,
      @Size(max = 20) Map<@Size(max = 40) String, @Size(max = 100) String> filters) {}

  @PostMapping
  @SignedIn
  ResponseEntity<ExportView> export(
      @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid ExportRequest request) {
    var actor = Actor.current();
    var list = management.list(request.list(), actor);
    var fresh = new AtomicBoolean();
    var id =
        idempotency.once(
            actor.personOrRefuse(),
            key,
            request,
            () -> {
              fresh.set(true);
              return management.add(
                  list, request.format(), new ExportFilters(request.filters()), actor);
            });
    if (fresh.get()) {
      management.begin(get(id));
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(view(get(id)));
  }

  @GetMapping
  @SignedIn
  List<ExportView> mine() {
    return store.mine(Actor.current()).stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  @SignedIn
  ExportView read(@PathVariable UUID id) {
    return view(get(id));
  }

  @GetMapping(
      path = "/{id}/file",
      produces = {ImportFiles.XLSX, "text/csv"})
  @SignedIn
  ResponseEntity<Resource> file(@PathVariable UUID id) {
    var export = get(id);
    management.list(export.list(), Actor.current());
    if (export.state() != State.DONE) {
      throw Refusal.conflict("exchange.not-written");
    }
    var name =
        "%s-%s.%s"
            .formatted(
                texts.text("export." + export.list()),
                District.day(export.at()).toString().replace("-", ""),
                export.format().ending());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(export.format().type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, ImportFiles.disposition(name))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new InputStreamResource(content.reading(id)));
  }

  /** Cancels it, or throws the file away. */
  @DeleteMapping("/{id}")
  @SignedIn
  ResponseEntity<Void> discard(@PathVariable UUID id) {
    store.delete(get(id).id());
    return ResponseEntity.noContent().build();
  }

  private Export get(UUID id) {
    return store.find(id, Actor.current()).orElseThrow(() -> Refusal.notFound("not-found"));
  }

  private ExportView view(Export export) {
    return new ExportView(
        export.id(),
        export.list(),
        texts.text("export." + export.list()),
        export.format(),
        export.state(),
        export.written(),
        export.total(),
        export.at(),
        export.at().plus(ExchangeSweep.KEPT));
  }
}
