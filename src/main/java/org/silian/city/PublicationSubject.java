package org.silian.city;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.language.Texts;
import org.silian.permission.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publications as records with a timeline. */
@Component
class PublicationSubject implements SubjectType {

  static final String NAME = "publication";

  private final JdbcClient jdbc;
  private final Permissions permissions;
  private final Texts texts;

  PublicationSubject(JdbcClient jdbc, Permissions permissions, Texts texts) {
    this.jdbc = jdbc;
    this.permissions = permissions;
    this.texts = texts;
  }

  @Override
  public String name() {
    return NAME;
  }

  private record Row(UUID id, String number) {}

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var role = actor.role();
    if (ids.isEmpty() || role == null || !permissions.allows(role, CityPermission.VIEW.id())) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select id, to_char(month, 'YYYY-MM') || '/' || revision as number
            from city_publication where id in (:ids)""")
        .param("ids", ids)
        .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getString("number")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Row::id, row -> new Title(row.number(), texts.text("city.title"))));
  }
}
