package org.silian.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.SubjectType.Title;
import org.silian.journal.Subjects;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.permission.Permissions;
import org.springframework.stereotype.Component;

/**
 * Turns rows of tasks into what a person reads: sentences, names and the steps that this post may
 * take now. Each thing is asked once for the whole page.
 */
@Component
class TaskViews {

  private final TaskBoard board;
  private final Successors successors;
  private final Places places;
  private final Subjects subjects;
  private final Names names;
  private final Texts texts;
  private final Permissions permissions;

  TaskViews(
      TaskBoard board,
      Successors successors,
      Places places,
      Subjects subjects,
      Names names,
      Texts texts,
      Permissions permissions) {
    this.board = board;
    this.successors = successors;
    this.places = places;
    this.subjects = subjects;
    this.names = names;
    this.texts = texts;
    this.permissions = permissions;
  }

  List<TaskView> of(List<TaskRow> rows, Actor actor) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var titles =
        subjects.titles(rows.stream().map(TaskRow::subject).collect(Collectors.toSet()), actor);
    var known = names.of(parties(rows));
    var today = board.today();
    var steps = steps(rows, actor);
    return rows.stream()
        .map(row -> view(row, titles.get(row.subject()), known, steps.get(row.id()), today))
        .toList();
  }

  private TaskView view(
      TaskRow row,
      @Nullable Title title,
      Map<UUID, String> known,
      @Nullable List<String> steps,
      LocalDate today) {
    // Who may not open the record learns neither its title nor which person is busy with it.
    var hidden = row.person() != null && title == null;
    return new TaskView(
        row.id(),
        row.kind(),
        sentence(row.kind(), title),
        new TaskView.TaskSubject(
            row.subject().type(),
            row.subject().id(),
            title == null ? null : title.number(),
            title == null ? null : title.text()),
        row.due(),
        row.isOverdue(today),
        party(row.asker(), known),
        hidden ? null : party(holder(row), known),
        row.urgedAt() == null ? null : new TaskView.TaskUrge(row.urgedAt(), row.urgedWords()),
        steps == null ? List.of() : steps,
        row.version());
  }

  private String sentence(String kind, @Nullable Title title) {
    var key = "task." + kind;
    return title == null
        ? texts.text(texts.has(key + ".untitled") ? key + ".untitled" : "task.untitled")
        : texts.text(key, Map.of("title", title.text(), "number", title.number()));
  }

  private static UUID holder(TaskRow row) {
    return Stream.of(row.appointment(), row.person(), row.organisation())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Set<UUID> parties(List<TaskRow> rows) {
    var ids = new HashSet<UUID>();
    for (var row : rows) {
      ids.add(holder(row));
      if (row.asker() != null) {
        ids.add(row.asker());
      }
    }
    return ids;
  }

  private static TaskView.@Nullable TaskParty party(@Nullable UUID id, Map<UUID, String> known) {
    var name = id == null ? null : known.get(id);
    return id == null || name == null ? null : new TaskView.TaskParty(id, name);
  }

  private Map<UUID, List<String>> steps(List<TaskRow> rows, Actor actor) {
    var steps = new HashMap<UUID, List<String>>();
    for (var id : urgeable(rows, actor)) {
      steps.computeIfAbsent(id, _ -> new ArrayList<>()).add("urge");
    }
    for (var id : givable(rows, actor)) {
      steps.computeIfAbsent(id, _ -> new ArrayList<>()).add("hand-over");
    }
    return steps;
  }

  private List<UUID> urgeable(List<TaskRow> rows, Actor actor) {
    var line = Line.of(actor);
    if (line.reach() == null || !may(actor, TaskPermission.URGE)) {
      return List.of();
    }
    var stand =
        places.of(
            rows.stream()
                .map(TaskRow::organisation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream()
        .filter(row -> !row.closed() && row.organisation() != null)
        .filter(
            row -> {
              var place = stand.get(row.organisation());
              return place != null && line.leadsTo(place);
            })
        .map(TaskRow::id)
        .toList();
  }

  private List<UUID> givable(List<TaskRow> rows, Actor actor) {
    var owed = rows.stream().filter(row -> board.owesByPost(row, actor)).toList();
    if (owed.isEmpty() || !may(actor, TaskPermission.HAND_OVER)) {
      return List.of();
    }
    var colleagues = successors.colleagues(actor);
    return owed.stream()
        .filter(row -> colleagues.stream().anyMatch(holder -> allows(holder, row)))
        .map(TaskRow::id)
        .toList();
  }

  private boolean allows(Holder holder, TaskRow row) {
    return row.permission() != null && permissions.allows(holder.role(), row.permission());
  }

  private boolean may(Actor actor, TaskPermission permission) {
    return actor.role() != null && permissions.allows(actor.role(), permission.id());
  }
}
