package org.silian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.organisation.PersonBoard.Viewer;
import org.silian.permission.Role;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads appointments for screens, those as party member for the party organisation's line alone.
 */
@Component
class AppointmentBoard {

  /** How many holders of a role a page names. */
  private static final int NAMED = 20;

  private static final String ROWS =
      """
      select a.id, a.version, a.person_id, p.name as person_name, a.role, o.id as organisation,
        o.name as organisation_name, a.from_day,
        case when a.awaits_approval then a.wanted_to_day else a.to_day end as to_day,
        a.document, a.end_document, a.ended, a.awaits_approval, q.name as proposer
      from organisation_appointment a
      join organisation_person p on p.id = a.person_id
      join organisation o on o.id = a.organisation_id
      left join organisation_person q on q.id = a.proposer_id
      where starts_with(o.path, :reach) and (:line or a.role <> 'PARTY_MEMBER') and\s""";

  private final JdbcClient jdbc;

  AppointmentBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An appointment, with whose it is. */
  record Row(
      UUID id,
      long version,
      UUID person,
      String personName,
      Role role,
      OrganisationLink organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endDocument,
      boolean ended,
      boolean awaitsApproval,
      @Nullable String proposer) {}

  /**
   * Somebody in a role of an organisation.
   *
   * @param held how many hold the role there
   */
  record Holding(
      Role role,
      int held,
      UUID appointment,
      UUID person,
      String name,
      LocalDate from,
      @Nullable LocalDate to) {}

  /** All that an organisation ever had, the latest first. */
  Page<Row> ofOrganisation(Viewer viewer, UUID organisation, @Nullable Cursor after, int size) {
    var values = values(viewer, size);
    values.put("organisation", organisation);
    var which = "a.organisation_id = :organisation";
    if (after != null) {
      which += " and (a.from_day, a.id) < (:day::date, :id)";
      values.put("day", after.key());
      values.put("id", after.id());
    }
    var rows = rows(which + " order by a.from_day desc, a.id desc limit :limit", values);
    return Page.of(rows, size, row -> new Cursor(row.from().toString(), row.id()));
  }

  /** Those that end within some days, the soonest first. */
  Page<Row> ending(
      Viewer viewer, LocalDate today, LocalDate until, @Nullable Cursor after, int size) {
    var values = values(viewer, size);
    values.put("today", today);
    values.put("until", until);
    var which = "not a.ended and a.to_day between :today and :until";
    if (after != null) {
      which += " and (a.to_day, a.id) > (:day::date, :id)";
      values.put("day", after.key());
      values.put("id", after.id());
    }
    var rows = rows(which + " order by a.to_day, a.id limit :limit", values);
    return Page.of(rows, size, row -> new Cursor(String.valueOf(row.to()), row.id()));
  }

  /** Those that wait for approval, in the order in which they were proposed. */
  List<Row> awaiting(Viewer viewer) {
    return rows("a.awaits_approval order by a.id limit :limit", values(viewer, 200));
  }

  /** Who holds what in an organisation on a day, by name; a role with many holders names some. */
  List<Holding> holders(UUID organisation, boolean line, LocalDate on) {
    return jdbc.sql(
            """
            select role, held, appointment, person, name, from_day as "from", to_day as "to" from (
              select a.role, a.id as appointment, p.id as person, p.name, a.from_day, a.to_day,
                count(*) over (partition by a.role) as held,
                row_number() over (partition by a.role order by p.name, a.id) as place
              from organisation_appointment a join organisation_person p on p.id = a.person_id
              where a.organisation_id = :organisation and a.from_day <= :on
                and (a.to_day is null or a.to_day >= :on)
                and (:line or a.role <> 'PARTY_MEMBER')) h
            where place <= :named order by role, place""")
        .param("organisation", organisation)
        .param("on", on)
        .param("line", line)
        .param("named", NAMED)
        .query(new SimplePropertyRowMapper<>(Holding.class))
        .list();
  }

  /** How many hold each role within reach on a day; party members are counted for nobody. */
  Map<Role, Integer> held(String reach, LocalDate on) {
    var held = new HashMap<Role, Integer>();
    jdbc.sql(
            """
            select a.role, count(*) as held from organisation_appointment a
            join organisation o on o.id = a.organisation_id
            where o.path like :reach || '%' and a.role <> 'PARTY_MEMBER' and a.from_day <= :on
              and (a.to_day is null or a.to_day >= :on)
            group by a.role""")
        .param("reach", reach)
        .param("on", on)
        .query(
            row -> {
              held.put(Role.valueOf(row.getString("role")), row.getInt("held"));
            });
    return held;
  }

  private static Map<String, Object> values(Viewer viewer, int size) {
    var values = new HashMap<String, Object>();
    values.put("reach", viewer.reach());
    values.put("line", viewer.line());
    values.put("limit", size + 1);
    return values;
  }

  private List<Row> rows(String which, Map<String, Object> values) {
    return jdbc.sql(ROWS + which).params(values).query(AppointmentBoard::row).list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getObject("person_id", UUID.class),
        row.getString("person_name"),
        Role.valueOf(row.getString("role")),
        new OrganisationLink(
            row.getObject("organisation", UUID.class), row.getString("organisation_name")),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("document"),
        row.getString("end_document"),
        row.getBoolean("ended"),
        row.getBoolean("awaits_approval"),
        row.getString("proposer"));
  }
}
