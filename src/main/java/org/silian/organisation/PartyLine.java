package org.silian.organisation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may know of party members within reach: posts in a party organisation (whose reach is that
 * organisation and those below it), the secretary of a community, and the organisation department.
 * All others, the system administrator among them, are outside the line. See the module's charter.
 */
@Component
class PartyLine {

  private static final Set<Role> LEADING =
      EnumSet.of(Role.COMMUNITY_SECRETARY, Role.ORGANISATION_DEPARTMENT);

  private final JdbcClient jdbc;

  PartyLine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the actor's post is of the line; how far it sees is a matter of its reach. */
  boolean includes(Actor actor) {
    return actor.appointment() != null
        && actor.role() != null
        && (LEADING.contains(actor.role()) || isPartyOrganisation(actor.organisation()));
  }

  private boolean isPartyOrganisation(@Nullable UUID organisation) {
    return organisation != null
        && jdbc.sql("select exists (select from organisation where id = ? and kind = ?)")
            .param(organisation)
            .param(OrganisationKind.PARTY_ORGANISATION.name())
            .query((row, n) -> row.getBoolean(1))
            .single();
  }
}
