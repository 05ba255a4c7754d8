package org.silian.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silian.organisation.OrganisationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds where organisations stand. */
@Component
class Places {

  private static final Set<OrganisationKind> PARTNERS =
      Set.of(
          OrganisationKind.UNIVERSITY,
          OrganisationKind.INSTITUTE,
          OrganisationKind.ENTERPRISE,
          OrganisationKind.SOCIAL_ORGANISATION,
          OrganisationKind.PUBLIC_INSTITUTION);

  private final JdbcClient jdbc;

  Places(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The places of the organisations, in one query. */
  Map<UUID, Place> of(Collection<UUID> organisations) {
    var places = new HashMap<UUID, Place>();
    if (organisations.isEmpty()) {
      return places;
    }
    jdbc.sql(
            """
            with recursive line as (
              select id as wanted, path as place, parent_id, kind
              from organisation where id = any(:wanted)
              union all
              select line.wanted, line.place, o.parent_id, o.kind
              from line join organisation o on o.id = line.parent_id)
            select wanted, place, bool_or(kind = any(:partners)) as partner
            from line group by wanted, place""")
        .param("wanted", organisations.toArray(UUID[]::new))
        .param("partners", partners())
        .query(
            row -> {
              var id = row.getObject("wanted", UUID.class);
              places.put(id, new Place(id, row.getString("place"), row.getBoolean("partner")));
            });
    return places;
  }

  static String[] partners() {
    return Arrays.stream(OrganisationKind.values())
        .filter(PARTNERS::contains)
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
