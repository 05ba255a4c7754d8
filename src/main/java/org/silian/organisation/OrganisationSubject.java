package org.silian.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.permission.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the timeline of an organisation to posts that reach it. */
@Component
class OrganisationSubject implements SubjectType {

  static final String NAME = "organisation";

  private final JdbcClient jdbc;
  private final Permissions permissions;

  OrganisationSubject(JdbcClient jdbc, Permissions permissions) {
    this.jdbc = jdbc;
    this.permissions = permissions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    if (ids.isEmpty()
        || actor.reach() == null
        || actor.role() == null
        || !permissions.allows(actor.role(), "organisation.view")) {
      return Map.of();
    }
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select id, coalesce(uscc, division, '') as number, name from organisation
            where id in (:ids) and starts_with(path, :reach)""")
        .param("ids", ids)
        .param("reach", actor.reach())
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title(row.getString("number"), row.getString("name")));
            });
    return titles;
  }
}
