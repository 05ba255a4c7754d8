package org.silian.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who can go on with a task: colleagues, successors, superiors. */
@Component
class Successors {

  private static final String CURRENT =
      "a.from_day <= :today and (a.to_day is null or a.to_day >= :today) and a.id <> :ended";

  private final OrganisationDirectory organisations;
  private final Permissions permissions;
  private final JdbcClient jdbc;
  private final Clock clock;

  Successors(
      OrganisationDirectory organisations, Permissions permissions, JdbcClient jdbc, Clock clock) {
    this.organisations = organisations;
    this.permissions = permissions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All other current posts in the organisation of the post in use. */
  List<Holder> colleagues(Actor actor) {
    return actor.organisation() == null
        ? List.of()
        : holders(actor.organisation(), EnumSet.allOf(Role.class), actor.appointment());
  }

  /** The current posts of an organisation that have the permission, but for one. */
  List<Holder> holders(UUID organisation, String permission, @Nullable UUID except) {
    return holders(organisation, permissions.roles(permission), except);
  }

  private List<Holder> holders(UUID organisation, Set<Role> roles, @Nullable UUID except) {
    if (roles.isEmpty()) {
      return List.of();
    }
    return organisations.holders(organisation, roles, today()).stream()
        .filter(holder -> !holder.appointment().equals(except))
        .toList();
  }

  /** The first current post with the same role there that began when the ended one ended. */
  Optional<UUID> successor(Ended ended) {
    return jdbc.sql(
            """
            select a.id from organisation_appointment a
            where a.organisation_id = :organisation and a.role = :role and a.from_day >= :on
              and %s
            order by a.from_day, a.id limit 1"""
                .formatted(CURRENT))
        .param("organisation", ended.organisation())
        .param("role", ended.role().name())
        .param("on", ended.on())
        .param("today", today())
        .param("ended", ended.appointment())
        .query((row, n) -> row.getObject("id", UUID.class))
        .optional();
  }

  /**
   * The organisation itself if any of its other posts has the permission, else the nearest superior
   * one of which that is true; itself again where there is none.
   */
  UUID nearest(Owner.OfPosts posts, UUID ended) {
    var roles =
        permissions.roles(posts.permission()).stream().map(Enum::name).toArray(String[]::new);
    return jdbc.sql(
            """
            with recursive line as (
              select id, parent_id, 0 as up from organisation where id = :organisation
              union all
              select o.id, o.parent_id, line.up + 1
              from line join organisation o on o.id = line.parent_id)
            select id from line
            where exists (
              select from organisation_appointment a
              where a.organisation_id = line.id and a.role = any(:roles) and %s)
            order by up limit 1"""
                .formatted(CURRENT))
        .param("organisation", posts.organisation())
        .param("roles", roles)
        .param("today", today())
        .param("ended", ended)
        .query((row, n) -> row.getObject("id", UUID.class))
        .optional()
        .orElse(posts.organisation());
  }

  /**
   * An appointment whose rights are over.
   *
   * @param on the first day on which it is no longer held
   */
  record Ended(UUID appointment, Role role, UUID organisation, LocalDate on) {}

  /** Appointments that have ended by their last day and still have tasks. */
  List<Ended> expired() {
    return jdbc.sql(
            """
            select a.id, a.role, a.organisation_id, a.to_day + 1 as ended_on from organisation_appointment a
            where a.to_day < :today and exists (
              select from task t where t.appointment_id = a.id and t.closed_at is null)
            order by a.id""")
        .param("today", today())
        .query(
            (row, n) ->
                new Ended(
                    row.getObject("id", UUID.class),
                    Role.valueOf(row.getString("role")),
                    row.getObject("organisation_id", UUID.class),
                    row.getObject("ended_on", LocalDate.class)))
        .list();
  }

  private LocalDate today() {
    return District.day(clock.instant());
  }
}
