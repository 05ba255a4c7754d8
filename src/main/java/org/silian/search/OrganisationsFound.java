package org.silian.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organisations and places, by name, by pinyin, or by code. The module that owns them lies below.
 */
@Component
class OrganisationsFound implements Searchable {

  private final JdbcClient jdbc;

  OrganisationsFound(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String subjectType() {
    return "organisation";
  }

  @Override
  public String permission() {
    return "organisation.view";
  }

  @Override
  public List<Findable> read(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select id, name, coalesce(uscc, division, '') as number, founded_on from organisation
            where id in (:ids) and dissolved_on is null""")
        .param("ids", ids)
        .query(
            (row, n) -> {
              var id = row.getObject("id", UUID.class);
              return new Findable(
                  id,
                  id,
                  row.getString("number"),
                  District.start(row.getObject("founded_on", LocalDate.class)),
                  List.of(),
                  List.of(row.getString("name")));
            })
        .list();
  }

  @Override
  public List<UUID> after(@Nullable UUID id, int limit) {
    return jdbc.sql(
            """
            select id from organisation where (:id::uuid is null or id > :id)
            order by id limit :limit""")
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
