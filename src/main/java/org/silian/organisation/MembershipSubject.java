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

/** Opens the timeline of an appointment as party member to the line of the party organisation. */
@Component
class MembershipSubject implements SubjectType {

  static final String NAME = "party-membership";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final PartyLine partyLine;

  MembershipSubject(JdbcClient jdbc, Permissions permissions, PartyLine partyLine) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.partyLine = partyLine;
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
        || !permissions.allows(actor.role(), "person.view")
        || !partyLine.includes(actor)) {
      return Map.of();
    }
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select a.id, '' as number, p.name from organisation_appointment a
            join organisation_person p on p.id = a.person_id
            join organisation o on o.id = a.organisation_id
            where a.id in (:ids) and a.role = 'PARTY_MEMBER' and starts_with(o.path, :reach)""")
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
