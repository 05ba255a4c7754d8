package org.silian.organisation;

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

/** Tells whoever approves grants whom and what a proposal is about. */
@Component
class ProposalSubject implements SubjectType {

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Texts texts;

  ProposalSubject(JdbcClient jdbc, Permissions permissions, Texts texts) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.texts = texts;
  }

  @Override
  public String name() {
    return AppointmentProposed.PROPOSAL;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    if (ids.isEmpty()
        || actor.reach() == null
        || actor.role() == null
        || !permissions.allows(actor.role(), "grant.approve")) {
      return Map.of();
    }
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select a.id, p.name, a.role, o.name as organisation from organisation_appointment a
            join organisation_person p on p.id = a.person_id
            join organisation o on o.id = a.organisation_id
            where a.id in (:ids) and a.proposer_id is not null and starts_with(o.path, :reach)""")
        .param("ids", ids)
        .param("reach", actor.reach())
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title(
                      "",
                      "%s · %s · %s"
                          .formatted(
                              row.getString("name"),
                              row.getString("organisation"),
                              texts.text("role." + row.getString("role")))));
            });
    return titles;
  }
}
