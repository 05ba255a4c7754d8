package org.silian.alliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.search.Searchable;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joint documents by number and title, for posts that reach the issuer that leads. */
@Component
class JointDocumentSearch implements Searchable {

  private final JdbcClient jdbc;

  JointDocumentSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String subjectType() {
    return JointDocumentSubject.NAME;
  }

  @Override
  public String permission() {
    return AlliancePermission.VIEW.id();
  }

  @Override
  public List<Findable> read(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select id, organisation_id, number, issued_on, title from alliance_document
            where id in (:ids)""")
        .param("ids", ids)
        .query(
            (row, n) ->
                new Findable(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation_id", UUID.class),
                    row.getString("number"),
                    District.start(row.getObject("issued_on", LocalDate.class)),
                    List.of(row.getString("title")),
                    List.of()))
        .list();
  }

  @Override
  public List<UUID> after(@Nullable UUID id, int limit) {
    return jdbc.sql(
            """
            select id from alliance_document where (:id::uuid is null or id > :id)
            order by id limit :limit""")
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
