package org.silian.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.silian.privacy.KnownPersons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is known at all. */
@Component
class PersonRegister implements KnownPersons {

  private final JdbcClient jdbc;

  PersonRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Collection<UUID> ids(UUID person) {
    var ids = new ArrayList<UUID>();
    ids.add(person);
    ids.addAll(
        jdbc.sql("select id from organisation_person where merged_into = ?")
            .param(person)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
    return ids;
  }

  @Override
  public boolean isKnown(UUID person) {
    return jdbc.sql(
            """
            select exists (select from organisation_person
              where id = ? and merged_into is null and erased_at is null)""")
        .param(person)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  @Override
  public long count() {
    return jdbc.sql(
            """
            select count(*) from organisation_person
            where merged_into is null and erased_at is null""")
        .query((row, n) -> row.getLong(1))
        .single();
  }
}
