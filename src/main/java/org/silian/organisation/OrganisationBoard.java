package org.silian.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations for screens. */
@Component
class OrganisationBoard {

  private final JdbcClient jdbc;

  OrganisationBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A community with its street. */
  record Placed(UUID id, String name, String street) {}

  /**
   * An organisation in a list.
   *
   * @param parent the organisation it stands under; absent for the district
   * @param uscc unified social credit code
   */
  record OrganisationRow(
      UUID id, OrganisationKind kind, String name, @Nullable UUID parent, @Nullable String uscc) {}

  /** Standing communities and villages by the code of their street and then by name. */
  List<Placed> communities(@Nullable String text) {
    return jdbc.sql(
            """
            select o.id, o.name, s.name as street
            from organisation o join organisation s on s.id = o.parent_id
            where o.kind in ('COMMUNITY', 'VILLAGE') and o.dissolved_on is null
              and (:text::text is null
                or strpos(o.name, :text) > 0 or strpos(s.name, :text) > 0)
            order by s.division nulls last, s.name, s.id, o.name, o.id""")
        .param("text", text)
        .query(new SimplePropertyRowMapper<>(Placed.class))
        .list();
  }

  /**
   * Standing organisations of a subtree, by name.
   *
   * @param reach path of the subtree
   * @param text part of the name
   */
  List<OrganisationRow> list(String reach, @Nullable OrganisationKind kind, @Nullable String text) {
    return jdbc.sql(
            """
            select o.id, o.kind, o.name, o.parent_id as parent, o.uscc from organisation o
            where o.path like :reach || '%' and o.dissolved_on is null
              and (:kind::text is null or o.kind = :kind)
              and (:text::text is null or strpos(o.name, :text) > 0)
            order by o.name, o.id""")
        .param("reach", reach)
        .param("kind", kind == null ? null : kind.name())
        .param("text", text)
        .query(new SimplePropertyRowMapper<>(OrganisationRow.class))
        .list();
  }

  /** One organisation within reach, dissolved or not. */
  Optional<OrganisationRow> find(String reach, UUID id) {
    return jdbc.sql(
            """
            select id, kind, name, parent_id as parent, uscc from organisation
            where id = :id and starts_with(path, :reach)""")
        .param("id", id)
        .param("reach", reach)
        .query(new SimplePropertyRowMapper<>(OrganisationRow.class))
        .optional();
  }
}
