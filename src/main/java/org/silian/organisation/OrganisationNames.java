package org.silian.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.language.Texts;
import org.silian.territory.Grids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names of persons, organisations, grids and posts. A post is called after its organisation and its
 * role; a party member's only by who is of the line and reaches it.
 */
@Component
class OrganisationNames implements Names {

  private final JdbcClient jdbc;
  private final Grids grids;
  private final PartyLine partyLine;
  private final Texts texts;

  OrganisationNames(JdbcClient jdbc, Grids grids, PartyLine partyLine, Texts texts) {
    this.jdbc = jdbc;
    this.grids = grids;
    this.partyLine = partyLine;
    this.texts = texts;
  }

  @Override
  public Map<UUID, String> of(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var names = new HashMap<>(grids.names(ids));
    jdbc.sql(
            """
            select p.id, coalesce(k.name, p.name) as name, null as role
            from organisation_person p left join organisation_person k on k.id = p.merged_into
            where p.id in (:ids) and p.erased_at is null and k.erased_at is null
            union all
            select id, name, null from organisation where id in (:ids)
            union all
            select a.id, o.name, a.role
            from organisation_appointment a join organisation o on o.id = a.organisation_id
            where a.id in (:ids)
              and (a.role <> 'PARTY_MEMBER' or starts_with(o.path, :line))""")
        .param("ids", ids)
        .param("line", line())
        .query(
            row -> {
              var role = row.getString("role");
              var name = row.getString("name");
              names.put(
                  row.getObject("id", UUID.class),
                  role == null ? name : name + " · " + texts.text("role." + role));
            });
    return names;
  }

  /** The path within which the actor may know of party members; no path begins with {@code -}. */
  private String line() {
    if (!Actor.isPresent()) {
      return "-";
    }
    var reach = Actor.current().reach();
    return reach != null && partyLine.includes(Actor.current()) ? reach : "-";
  }
}
