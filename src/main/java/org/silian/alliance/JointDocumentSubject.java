package org.silian.alliance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a joint document to all along the line of any of its issuers. */
@Component
class JointDocumentSubject implements SubjectType {

  static final String NAME = "joint-document";

  private final BodyAccess access;
  private final JdbcClient jdbc;

  JointDocumentSubject(BodyAccess access, JdbcClient jdbc) {
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
    if (ids.isEmpty() || !access.allows(actor, AlliancePermission.VIEW)) {
      return titles;
    }
    jdbc.sql(
            "select d.id, d.number, d.title from alliance_document d where d.id in (:ids) and "
                + JointDocumentBoard.ADDRESSED)
        .params(BodyAccess.values(actor))
        .param("ids", ids)
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title(row.getString("number"), row.getString("title")));
            });
    return titles;
  }
}
