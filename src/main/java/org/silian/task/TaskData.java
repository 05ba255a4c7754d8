package org.silian.task;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.silian.language.Texts;
import org.silian.privacy.DataRequestAnswered;
import org.silian.privacy.DataRequested;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tasks keep of people, and the tasks of answering what people ask about their data. */
@Component
@Order(10)
class TaskData implements PersonalKeeper {

  private final Tasks tasks;
  private final Texts texts;
  private final JdbcClient jdbc;

  TaskData(Tasks tasks, Texts texts, JdbcClient jdbc) {
    this.tasks = tasks;
    this.texts = texts;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(DataRequested asked) {
    tasks.open(
        new Opening(
            "privacy.answer",
            asked.subject(),
            new Owner.OfPosts(asked.organisation(), "privacy.answer"),
            asked.due(),
            null));
  }

  @EventListener
  void on(DataRequestAnswered answered) {
    tasks.closeAll(answered.subject());
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("task")
        .kind("task.own", LawfulBasis.CONTRACT, Sensitivity.ORDINARY, "task.person_id", "task.kind")
        .kind("task.urging", LawfulBasis.STATUTORY_DUTY, Sensitivity.ORDINARY, "task.urged_words")
        .merging(MOVES, "task.person_id")
        .impersonal(CODE, "task.subject_type", "task.permission")
        .impersonal(THING, "task.subject_id");
  }

  @Override
  public List<Kept> kept(UUID person) {
    return jdbc.sql("select kind, due, opened_at from task where person_id = ? order by id")
        .param(person)
        .query(
            (row, n) ->
                Kept.of(
                    "task.own",
                    "task.kind",
                    texts.text("task." + row.getString("kind") + ".untitled"),
                    "task.opened_at",
                    row.getTimestamp("opened_at").toInstant(),
                    "task.due",
                    row.getObject("due", LocalDate.class)))
        .list();
  }

  @Override
  public void erase(UUID person) {
    jdbc.sql("delete from task where person_id = ?").param(person).update();
  }
}
