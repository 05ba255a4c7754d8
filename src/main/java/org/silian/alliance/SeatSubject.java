package org.silian.alliance;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A seat as the task names it that asks who takes it. */
@Component
class SeatSubject implements SubjectType {

  static final String NAME = "seat";

  private final BodyAccess access;
  private final JdbcClient jdbc;
  private final Texts texts;

  SeatSubject(BodyAccess access, JdbcClient jdbc, Texts texts) {
    this.access = access;
    this.jdbc = jdbc;
    this.texts = texts;
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
            """
            select e.id, e.kind, e.body_kind, o.name from alliance_seat e
            join organisation o on o.id = e.body_id where e.id in (:ids) and\s"""
                + BodyAccess.SEEN)
        .params(BodyAccess.values(actor))
        .param("ids", ids)
        .query(
            row -> {
              var kind = SeatKind.valueOf(row.getString("kind"));
              var body = OrganisationKind.valueOf(row.getString("body_kind"));
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title("", row.getString("name") + " · " + texts.text(kind.title(body))));
            });
    return titles;
  }
}
