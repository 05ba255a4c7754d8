package org.silian.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.silian.privacy.KnownPersons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is known at all. */
@Component
class PersonRegister implements KnownPersons {

  private final JdbcClient jdbc;
  private final Phones phones;

  PersonRegister(JdbcClient jdbc, Phones phones) {
    this.jdbc = jdbc;
    this.phones = phones;
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
  public Optional<UUID> named(String name, String phone) {
    return jdbc.sql(
            """
            select id from organisation_person
            where phone_index = ? and name = ? and merged_into is null and erased_at is null""")
        .param(phones.index(PhoneNumber.parse(phone)))
        .param(name)
        .query((row, n) -> row.getObject(1, UUID.class))
        .optional();
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
