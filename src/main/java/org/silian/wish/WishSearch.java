package org.silian.wish;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.search.Searchable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes by number and by what they say; never by who made them. */
@Component
class WishSearch implements Searchable {

  private final JdbcClient jdbc;

  WishSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String subjectType() {
    return WishSubject.NAME;
  }

  @Override
  public String permission() {
    return WishPermission.VIEW.id();
  }

  @Override
  public List<Findable> read(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select id, organisation_id, number, collected_at, title, words, text from wish
            where id in (:ids)""")
        .param("ids", ids)
        .query(
            (row, n) ->
                new Findable(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation_id", UUID.class),
                    row.getString("number"),
                    row.getObject("collected_at", OffsetDateTime.class).toInstant(),
                    Stream.of(row.getString("title"), row.getString("words"), row.getString("text"))
                        .filter(Objects::nonNull)
                        .toList(),
                    List.of()))
        .list();
  }

  @Override
  public List<UUID> after(@Nullable UUID id, int limit) {
    return jdbc.sql(
            "select id from wish where (:id::uuid is null or id > :id) order by id limit :limit")
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }
}
