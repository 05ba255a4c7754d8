package org.silian.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
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
   * @param place what that is called
   * @param uscc unified social credit code
   */
  record OrganisationRow(
      UUID id,
      OrganisationKind kind,
      String name,
      @Nullable UUID parent,
      @Nullable String place,
      @Nullable String uscc) {}

  /** An organisation in the tree, and whether others stand under it. */
  record Node(UUID id, OrganisationKind kind, String name, boolean parts) {}

  /** An organisation's own page; {@code parts} are those that stand directly under it. */
  record Found(
      UUID id,
      long version,
      OrganisationKind kind,
      String name,
      @Nullable UUID parent,
      String path,
      @Nullable String division,
      @Nullable String uscc,
      LocalDate foundedOn,
      @Nullable LocalDate dissolvedOn,
      int parts) {}

  /** What it was called, from the first day to the last. */
  record FormerNameView(String name, LocalDate from, LocalDate to) {}

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
  List<OrganisationRow> list(
      String reach, @Nullable OrganisationKind kind, @Nullable String text, int most) {
    return jdbc.sql(
            """
            select o.id, o.kind, o.name, o.parent_id as parent, p.name as place, o.uscc
            from organisation o left join organisation p on p.id = o.parent_id
            where o.path like :reach || '%' and o.dissolved_on is null
              and (:kind::text is null or o.kind = :kind)
              and (:text::text is null or strpos(o.name, :text) > 0)
            order by o.name, o.id limit :most""")
        .param("most", most)
        .param("reach", reach)
        .param("kind", kind == null ? null : kind.name())
        .param("text", text)
        .query(new SimplePropertyRowMapper<>(OrganisationRow.class))
        .list();
  }

  /** The organisation at the top of a reach, as the tree begins. */
  List<Node> top(String reach) {
    return nodes("o.path = :reach", Map.of("reach", reach));
  }

  /** One level of the tree: what stands directly under an organisation, by name. */
  Page<Node> level(UUID parent, @Nullable Cursor after, int size) {
    var values = new HashMap<String, Object>();
    values.put("parent", parent);
    values.put("limit", size + 1);
    var which = "o.parent_id = :parent and o.dissolved_on is null";
    if (after != null) {
      which += " and (o.name, o.id) > (:name, :id)";
      values.put("name", after.key());
      values.put("id", after.id());
    }
    var rows = nodes(which + " order by o.name, o.id limit :limit", values);
    return Page.of(rows, size, node -> new Cursor(node.name(), node.id()));
  }

  private List<Node> nodes(String which, Map<String, Object> values) {
    return jdbc.sql(
            """
            select o.id, o.kind, o.name, exists (
              select from organisation c where c.parent_id = o.id and c.dissolved_on is null) as parts
            from organisation o where\s"""
                + which)
        .params(values)
        .query(new SimplePropertyRowMapper<>(Node.class))
        .list();
  }

  /** One organisation within reach, dissolved or not. */
  Optional<Found> find(String reach, UUID id) {
    return jdbc.sql(
            """
            select o.id, o.version, o.kind, o.name, o.parent_id as parent, o.path, o.division,
              o.uscc, o.founded_on, o.dissolved_on,
              (select count(*) from organisation c
               where c.parent_id = o.id and c.dissolved_on is null) as parts
            from organisation o
            where o.id = :id and starts_with(o.path, :reach)""")
        .param("id", id)
        .param("reach", reach)
        .query(new SimplePropertyRowMapper<>(Found.class))
        .optional();
  }

  /** Its earlier names, the latest first. */
  List<FormerNameView> formerNames(UUID id) {
    return jdbc.sql(
            """
            select name, from_day as "from", to_day as "to" from organisation_former_name
            where organisation_id = ? order by to_day desc""")
        .param(id)
        .query(new SimplePropertyRowMapper<>(FormerNameView.class))
        .list();
  }
}
