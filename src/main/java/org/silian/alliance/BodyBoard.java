package org.silian.alliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationKind;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of bodies. */
@Component
class BodyBoard {

  private static final String TIER =
      """
      case when p.kind in ('STREET', 'TOWN', 'SPECIAL_UNIT') then 'STREET'
        when p.kind in ('COMMUNITY', 'VILLAGE') then 'COMMUNITY' else 'DISTRICT' end""";

  /** From the district down to its communities. */
  private static final String PLACE =
      "array_position(array['DISTRICT', 'STREET', 'COMMUNITY'], %s)";

  private static final String ORDER = PLACE.formatted(TIER) + ", o.name, o.id";

  private final JdbcClient jdbc;

  BodyBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** At which of the three tiers a body stands. */
  enum Tier {
    DISTRICT,
    STREET,
    COMMUNITY
  }

  /**
   * A line of the list.
   *
   * @param place where it stands
   * @param seats how many it has
   * @param vacant how many of them nobody sits on
   * @param asked for how many the secretariat is asked
   */
  record Row(
      UUID id,
      OrganisationKind kind,
      String name,
      String place,
      Tier tier,
      int seats,
      int voting,
      int vacant,
      int asked) {}

  /**
   * What a list shows.
   *
   * @param open only bodies with a vacant seat
   * @param q part of the name
   */
  record Filter(
      @Nullable Tier tier, @Nullable OrganisationKind kind, boolean open, @Nullable String q) {}

  /** Bodies that stand and that the actor sees. */
  Page<Row> list(Actor actor, Filter filter, @Nullable Cursor after, int size) {
    var conditions = new ArrayList<>(List.of("o.dissolved_on is null", BodyAccess.SEEN));
    var values = new HashMap<>(BodyAccess.values(actor));
    if (filter.tier() != null) {
      conditions.add(TIER + " = :tier");
      values.put("tier", filter.tier().name());
    }
    if (filter.kind() != null) {
      conditions.add("o.kind = :kind");
      values.put("kind", filter.kind().name());
    }
    if (filter.open()) {
      conditions.add("c.vacant > 0");
    }
    if (filter.q() != null && !filter.q().isBlank()) {
      conditions.add("strpos(o.name, :q) > 0");
      values.put("q", filter.q().strip());
    }
    if (after != null) {
      int space = Math.max(after.key().indexOf(' '), 0);
      conditions.add("(" + ORDER + ") > (" + PLACE.formatted(":at::text") + ", :name, :id)");
      values.put("at", after.key().substring(0, space));
      values.put("name", after.key().substring(space).strip());
      values.put("id", after.id());
    }
    values.put("limit", size + 1);
    var rows =
        jdbc.sql(
                """
                select o.id, o.kind, o.name, p.name as place, %1$s as tier, c.* from alliance_body b
                join organisation o on o.id = b.organisation_id
                join organisation p on p.id = o.parent_id
                cross join lateral (
                  select count(*) as seats, count(*) filter (where voting) as voting,
                    count(*) filter (where vacancy is not null) as vacant,
                    count(*) filter (where vacancy = 'ASKED') as asked
                  from alliance_seat s where s.body_id = o.id and s.abolished_on is null) c
                where %2$s order by %3$s limit :limit"""
                    .formatted(TIER, String.join(" and ", conditions), ORDER))
            .params(values)
            .query(new SimplePropertyRowMapper<>(Row.class))
            .list();
    return Page.of(rows, size, row -> new Cursor(row.tier() + " " + row.name(), row.id()));
  }
}
