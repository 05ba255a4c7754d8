package org.silian.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.language.Texts;
import org.silian.permission.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A request about personal data, for whoever asked and for those who answer. */
@Component
class DataRequestSubject implements SubjectType {

  static final String NAME = "data-request";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Texts texts;

  DataRequestSubject(JdbcClient jdbc, Permissions permissions, Texts texts) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.texts = texts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var titles = new HashMap<UUID, Title>();
    boolean answers =
        actor.role() != null
            && actor.reach() != null
            && permissions.allows(actor.role(), PrivacyPermission.ANSWER.id());
    if (ids.isEmpty() || (actor.person() == null && !answers)) {
      return titles;
    }
    jdbc.sql(
            """
            select id, kind from privacy_request
            where id in (:ids) and (:answers or person_id = :person)""")
        .param("ids", ids)
        .param("answers", answers)
        .param("person", actor.person())
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title("", texts.text("privacy.request." + row.getString("kind"))));
            });
    return titles;
  }
}
