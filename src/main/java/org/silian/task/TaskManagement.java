package org.silian.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.notice.Notices;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with tasks other than doing them. */
@Component
@Transactional
class TaskManagement {

  private final OpenTasks tasks;
  private final TaskBoard board;
  private final Successors successors;
  private final Places places;
  private final Notices notices;
  private final Clock clock;

  TaskManagement(
      OpenTasks tasks,
      TaskBoard board,
      Successors successors,
      Places places,
      Notices notices,
      Clock clock) {
    this.tasks = tasks;
    this.board = board;
    this.successors = successors;
    this.places = places;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Presses for a task further down one's own line, and tells those who owe it.
   *
   * @throws Refusal {@code task.not-own-line} for a person's, a partner's, one's own and any
   *     stranger's task
   */
  void urge(UUID id, Revision revision, String words, Actor actor) {
    var task = task(id);
    var posts = task.posts();
    var place =
        posts == null ? null : places.of(List.of(posts.organisation())).get(posts.organisation());
    task.urge(Line.of(actor), place, words, clock.instant());
    revision.expect(task.version());
    tasks.save(task);
    var holders =
        posts == null
            ? List.<Holder>of()
            : successors.holders(posts.organisation(), posts.permission(), null);
    notices.tell(
        holders.stream()
            .filter(
                holder ->
                    task.appointment() == null || task.appointment().equals(holder.appointment()))
            .map(Holder::person)
            .toList(),
        "task.urged",
        task.subject(),
        actor.organisation() == null ? Map.of() : Map.of("organisation", actor.organisation()));
  }

  /** The posts to which the actor may hand a task over. */
  @Transactional(readOnly = true)
  List<Holder> successors(UUID id, Actor actor) {
    var owed =
        board.find(id).stream()
            .filter(row -> board.owesByPost(row, actor))
            .findFirst()
            .orElseThrow(TaskManagement::notFound);
    return owed.organisation() == null || owed.permission() == null
        ? List.of()
        : successors.holders(owed.organisation(), owed.permission(), actor.appointment());
  }

  /**
   * Gives a task that the post in use owes to a colleague, and tells him.
   *
   * @throws Refusal {@code task.not-a-successor} for a post that is not among {@link #successors}
   */
  void handOver(UUID id, Revision revision, UUID post, Actor actor) {
    var successor =
        successors(id, actor).stream()
            .filter(holder -> holder.appointment().equals(post))
            .findFirst()
            .orElseThrow(() -> Refusal.ruleBroken("task.not-a-successor").at("post"));
    var task = task(id);
    revision.expect(task.version());
    task.handOver(post, clock.instant());
    tasks.save(task);
    notices.tell(
        List.of(successor.person()),
        "task.handed-over",
        task.subject(),
        Map.of("person", actor.personOrRefuse()));
  }

  private Task task(UUID id) {
    return tasks.findById(id).orElseThrow(TaskManagement::notFound);
  }

  private static Refusal notFound() {
    return Refusal.notFound("task.not-found");
  }
}
