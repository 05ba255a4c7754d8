package org.silian.task;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the lists of Today: what the actor owes, and what the actor's organisation waits for. */
@Component
class TaskBoard {

  private static final String BY_PERSON = "closed_at is null and person_id = :person";

  private static final String TAKEN = "closed_at is null and appointment_id = :appointment";

  private static final String OF_POSTS =
      """
      closed_at is null and appointment_id is null
      and organisation_id = :organisation and permission""";

  /** What the post itself or its person owes is in the other list already. */
  private static final String WAITING =
      """
      closed_at is null and asker_id = :organisation and person_id is distinct from :person
      and (organisation_id is distinct from :organisation
        or appointment_id is distinct from :appointment
          and (appointment_id is not null or permission <> all(:permissions)))""";

  private static final String DOWN_THE_LINE =
      """
      closed_at is null and organisation_id is not null and due < :today
      and exists (select from organisation o where o.id = task.organisation_id
        and o.path like :reach and o.id <> :organisation and o.kind <> all(:partners))""";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Clock clock;

  TaskBoard(JdbcClient jdbc, Permissions permissions, Clock clock) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** What the actor owes in person and by the post in use: overdue first. */
  Page<TaskRow> mine(Actor actor, @Nullable Cursor after, int size) {
    // Each permission is read in order by itself, so that what is none of one's own costs nothing.
    var part =
        "(select %s from task where %%s%s order by %s limit :limit)"
            .formatted(TaskRow.COLUMNS, behind(after), TaskRow.ORDER);
    return page(
        """
        select * from (
          %s union all %s union all
          select ours.* from unnest(:permissions) as may (permission)
            cross join lateral %s as ours) as mine
        order by %s limit :limit"""
            .formatted(
                part.formatted(BY_PERSON),
                part.formatted(TAKEN),
                part.formatted(OF_POSTS + " = may.permission"),
                TaskRow.ORDER),
        actor,
        after,
        size);
  }

  /** What the organisation of the post in use waits for, others owing it. */
  Page<TaskRow> waiting(Actor actor, @Nullable Cursor after, int size) {
    return page(
        "select %s from task where %s%s order by %s limit :limit"
            .formatted(TaskRow.COLUMNS, WAITING, behind(after), TaskRow.ORDER),
        actor,
        after,
        size);
  }

  /**
   * What organisations further down the line of the post in use owe and are late with; what a
   * superior may urge. Nothing for a post that may not urge.
   */
  Page<TaskRow> overdueDownTheLine(Actor actor, @Nullable Cursor after, int size) {
    var line = Line.of(actor);
    if (line.reach() == null
        || actor.role() == null
        || !permissions.allows(actor.role(), TaskPermission.URGE.id())) {
      return new Page<>(List.of(), null);
    }
    var statement =
        jdbc.sql(
                "select %s from task where %s%s order by %s limit :limit"
                    .formatted(TaskRow.COLUMNS, DOWN_THE_LINE, behind(after), TaskRow.ORDER))
            .param("reach", line.reach() + "%")
            .param("organisation", line.organisation())
            .param("partners", Places.partners())
            .param("today", today())
            .param("limit", size + 1);
    if (after != null) {
      var place = TaskRow.checked(after);
      statement = statement.param("due", place.key()).param("id", place.id());
    }
    return Page.of(statement.query(TaskRow::read).list(), size, TaskRow::cursor);
  }

  private static String behind(@Nullable Cursor after) {
    return after == null ? "" : " and (" + TaskRow.ORDER + ") > (cast(:due as date), :id)";
  }

  private Page<TaskRow> page(String sql, Actor actor, @Nullable Cursor after, int size) {
    var statement = bind(jdbc.sql(sql), Desk.of(actor, permissions)).param("limit", size + 1);
    if (after != null) {
      var place = TaskRow.checked(after);
      statement = statement.param("due", place.key()).param("id", place.id());
    }
    return Page.of(statement.query(TaskRow::read).list(), size, TaskRow::cursor);
  }

  private static StatementSpec bind(StatementSpec statement, Desk desk) {
    return statement
        .param("person", desk.person(), Types.OTHER)
        .param("organisation", desk.organisation(), Types.OTHER)
        .param("appointment", desk.appointment(), Types.OTHER)
        .param("permissions", desk.permissions().toArray(String[]::new));
  }

  /** One task, open or closed. */
  Optional<TaskRow> find(UUID id) {
    return jdbc.sql("select " + TaskRow.COLUMNS + " from task where id = :id")
        .param("id", id)
        .query(TaskRow::read)
        .optional();
  }

  /**
   * How much there is on Today.
   *
   * @param open all that the actor owes
   * @param overdue those of them that are late
   * @param waiting what the actor's organisation waits for
   */
  record TaskSummary(long open, long overdue, long waiting) {}

  TaskSummary summary(Actor actor) {
    var sql =
        """
        select count(*) as open, count(*) filter (where due < :today) as overdue,
          (select count(*) from task where %s) as waiting
        from (select due from task where %s
          union all select due from task where %s
          union all select due from task where %s) as mine"""
            .formatted(WAITING, BY_PERSON, TAKEN, OF_POSTS + " = any(:permissions)");
    return bind(jdbc.sql(sql), Desk.of(actor, permissions))
        .param("today", today())
        .query(new SimplePropertyRowMapper<>(TaskSummary.class))
        .single();
  }

  LocalDate today() {
    return District.day(clock.instant());
  }

  /** Whether the actor owes the task by the post in use. */
  boolean owesByPost(TaskRow row, Actor actor) {
    return !row.closed() && Desk.of(actor, permissions).owesByPost(row);
  }
}
