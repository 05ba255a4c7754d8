package org.silian.alliance;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which bodies a post sees, and to which it may do something: those within its reach, and, to see
 * alone, those in which it or its unit has a seat.
 */
@Component
class BodyAccess {

  /** Of an organisation {@code o}, with the values of {@link #values}. */
  static final String SEEN =
      """
      (o.path like :reach || '%' or exists (
        select from alliance_seat s join organisation u on u.id = s.unit_id
        where s.body_id = o.id and s.abolished_on is null and u.path like :reach || '%')
       or exists (
        select from alliance_sitting t
        where t.body_id = o.id and not t.ended and t.person_id = :person))""";

  /** No path begins so. */
  private static final String NOWHERE = "-";

  private final Permissions permissions;
  private final JdbcClient jdbc;

  BodyAccess(Permissions permissions, JdbcClient jdbc) {
    this.permissions = permissions;
    this.jdbc = jdbc;
  }

  /** What {@link #SEEN} asks for. */
  static Map<String, @Nullable Object> values(Actor actor) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("reach", actor.reach() == null ? NOWHERE : actor.reach());
    values.put("person", actor.person());
    return values;
  }

  boolean allows(Actor actor, AlliancePermission permission) {
    return actor.role() != null && permissions.allows(actor.role(), permission.id());
  }

  /** Whether the post may do this to the body, which lies at the path. */
  boolean allows(Actor actor, AlliancePermission permission, String path) {
    return allows(actor, permission) && actor.reaches(path);
  }

  /** Whether the actor reaches what lies at the path; Silian itself reaches everything. */
  static boolean reaches(String path) {
    var actor = Actor.current();
    return actor.role() == null || actor.reaches(path);
  }

  /** Refuses what is out of reach as not there. */
  void refuseUnlessReached(UUID body) {
    boolean reached =
        jdbc.sql("select path from organisation where id = ?")
            .param(body)
            .query((row, n) -> row.getString(1))
            .optional()
            .filter(BodyAccess::reaches)
            .isPresent();
    if (!reached) {
      throw Refusal.notFound("alliance.body-not-found");
    }
  }
}
