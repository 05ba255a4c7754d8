package org.silian.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The task lists of Today. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskController {

  private final TaskBoard board;
  private final TaskViews views;
  private final TaskManagement management;
  private final Texts texts;

  TaskController(TaskBoard board, TaskViews views, TaskManagement management, Texts texts) {
    this.board = board;
    this.views = views;
    this.management = management;
    this.texts = texts;
  }

  @GetMapping
  @SignedIn
  Page<TaskView> list(
      @RequestParam(defaultValue = "mine") TaskList list,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    var actor = Actor.current();
    var cursor = Cursor.parse(after);
    var rows =
        switch (list) {
          case mine -> board.mine(actor, cursor, size);
          case waiting -> board.waiting(actor, cursor, size);
          case line -> board.overdueDownTheLine(actor, cursor, size);
        };
    return new Page<>(views.of(rows.items(), actor), rows.next());
  }

  @GetMapping("/summary")
  @SignedIn
  TaskBoard.TaskSummary summary() {
    return board.summary(Actor.current());
  }

  record UrgeRequest(@NotBlank @Size(max = 200) String words) {}

  @PostMapping("/{id}/urges")
  @Requires("task.urge")
  ResponseEntity<TaskView> urge(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid UrgeRequest request) {
    management.urge(id, Revision.parse(ifMatch), request.words().strip(), Actor.current());
    return view(id);
  }

  record HandOverRequest(UUID post) {}

  @PostMapping("/{id}/hand-over")
  @Requires("task.hand-over")
  ResponseEntity<TaskView> handOver(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody @Valid HandOverRequest request) {
    management.handOver(id, Revision.parse(ifMatch), request.post(), Actor.current());
    return view(id);
  }

  /** A post that can take a task over. */
  record SuccessorView(UUID id, SuccessorPerson person, String roleName) {}

  record SuccessorPerson(UUID id, String name) {}

  @GetMapping("/{id}/successors")
  @Requires("task.hand-over")
  List<SuccessorView> successors(@PathVariable UUID id) {
    return management.successors(id, Actor.current()).stream()
        .map(
            holder ->
                new SuccessorView(
                    holder.appointment(),
                    new SuccessorPerson(holder.person(), holder.name()),
                    texts.text("role." + holder.role().name())))
        .toList();
  }

  private ResponseEntity<TaskView> view(UUID id) {
    var row = board.find(id).orElseThrow(() -> Refusal.notFound("task.not-found"));
    return ResponseEntity.ok()
        .eTag("\"" + row.version() + "\"")
        .body(views.of(List.of(row), Actor.current()).getFirst());
  }

  /** Which list; the constants are the values of the parameter. */
  enum TaskList {
    mine,
    waiting,
    line
  }
}
