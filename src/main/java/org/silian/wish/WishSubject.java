package org.silian.wish;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.permission.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A wish as timelines, tasks and drill-downs name it. */
@Component
class WishSubject implements SubjectType {

  static final String NAME = "wish";

  private final JdbcClient jdbc;
  private final Permissions permissions;

  WishSubject(JdbcClient jdbc, Permissions permissions) {
    this.jdbc = jdbc;
    this.permissions = permissions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select w.id, w.number, w.title, w.text, w.wisher_id, w.claim_claimer_id, o.path
            from wish w join organisation o on o.id = w.organisation_id where w.id in (:ids)""")
        .param("ids", ids)
        .query(
            row -> {
              var person = actor.person();
              var relation =
                  Relation.of(
                      actor,
                      person != null && person.equals(row.getObject("wisher_id", UUID.class)),
                      person != null
                          && person.equals(row.getObject("claim_claimer_id", UUID.class)),
                      row.getString("path"));
              if (relation.maySee(permissions)) {
                var insider = relation.wisher() || relation.inReach();
                titles.put(
                    row.getObject("id", UUID.class),
                    new Title(
                        row.getString("number"),
                        insider
                            ? row.getString("title")
                            : WishReading.shortened(row.getString("text"))));
              }
            });
    return titles;
  }
}
