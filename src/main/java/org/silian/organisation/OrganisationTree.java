package org.silian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the tree of organisations, up and down. */
@Component
public class OrganisationTree {

  private final JdbcClient jdbc;

  OrganisationTree(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The direct parts of an organisation, by name; also those that are dissolved. */
  public List<OrganisationSummary> children(UUID organisation) {
    return jdbc.sql(
            """
            select id, kind, name, parent_id, path, division from organisation
            where parent_id = ? order by name, id""")
        .param(organisation)
        .query(OrganisationTree::summary)
        .list();
  }

  /** From the root down to the organisation itself. */
  public List<OrganisationSummary> lineage(UUID organisation) {
    return jdbc.sql(
            """
            with recursive above as (
              select * from organisation where id = ?
              union all
              select o.* from organisation o join above a on o.id = a.parent_id)
            select id, kind, name, parent_id, path, division from above order by path""")
        .param(organisation)
        .query(OrganisationTree::summary)
        .list();
  }

  private static OrganisationSummary summary(ResultSet row, int n) throws SQLException {
    return new OrganisationSummary(
        row.getObject("id", UUID.class),
        OrganisationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("parent_id", UUID.class),
        row.getString("path"),
        row.getString("division"));
  }
}
