package org.silian.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.silian.privacy.PersonAliases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of records that were merged into a person's. */
@Component
class FormerPersons implements PersonAliases {

  private final JdbcClient jdbc;

  FormerPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Collection<UUID> of(UUID person) {
    var ids = new ArrayList<UUID>();
    ids.add(person);
    ids.addAll(
        jdbc.sql("select id from organisation_person where merged_into = ?")
            .param(person)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
    return ids;
  }
}
