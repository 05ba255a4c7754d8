package org.silian.alliance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens the timeline of a body to whom {@link AlliancePermission#MEMBERS} lets know who sits there,
 * since that is what the timeline tells.
 */
@Component
class BodySubject implements SubjectType {

  static final String NAME = "body";

  private final BodyAccess access;
  private final JdbcClient jdbc;

  BodySubject(BodyAccess access, JdbcClient jdbc) {
    this.access = access;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var titles = new HashMap<UUID, Title>();
    if (ids.isEmpty() || !access.allows(actor, AlliancePermission.MEMBERS)) {
      return titles;
    }
    jdbc.sql("select o.id, o.name from organisation o where o.id in (:ids) and " + BodyAccess.SEEN)
        .params(BodyAccess.values(actor))
        .param("ids", ids)
        .query(
            row -> {
              titles.put(row.getObject("id", UUID.class), new Title("", row.getString("name")));
            });
    return titles;
  }
}
