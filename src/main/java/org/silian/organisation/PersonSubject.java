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

/**
 * Opens the timeline of a person to posts that reach one of her appointments. An appointment as
 * party member counts for the line of the party organisation alone.
 */
@Component
class PersonSubject implements SubjectType {

  static final String NAME = "person";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final PartyLine partyLine;
  private final PersonRegister known;

  PersonSubject(
      JdbcClient jdbc, Permissions permissions, PartyLine partyLine, PersonRegister known) {
    this.known = known;
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.partyLine = partyLine;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Collection<UUID> formerIds(UUID id) {
    return known.ids(id);
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    if (ids.isEmpty()
        || actor.reach() == null
        || actor.role() == null
        || !permissions.allows(actor.role(), "person.view")) {
      return Map.of();
    }
    var titles = new HashMap<UUID, Title>();
    jdbc.sql(
            """
            select p.id, '' as number, p.name from organisation_person p
            where p.id in (:ids) and exists (
              select from organisation_appointment a
              join organisation o on o.id = a.organisation_id
              where a.person_id = p.id and starts_with(o.path, :reach)
                and (a.role <> 'PARTY_MEMBER' or :line))""")
        .param("ids", ids)
        .param("reach", actor.reach())
        .param("line", partyLine.includes(actor))
        .query(
            row -> {
              titles.put(
                  row.getObject("id", UUID.class),
                  new Title(row.getString("number"), row.getString("name")));
            });
    return titles;
  }
}
