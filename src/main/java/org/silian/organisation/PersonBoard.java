package org.silian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.permission.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads persons for screens: those with an appointment within reach, and of their appointments
 * those within reach. Appointments as party member count for the party organisation's line alone.
 */
@Component
class PersonBoard {

  private static final String SEEN =
      "o.path like :reach || '%' and (:line or a.role <> 'PARTY_MEMBER')";

  /** Fenced off: else a common surname is looked for along all names in their order. */
  private static final String NAMED =
      "(select * from organisation_person where name like :prefix offset 0) p";

  private final JdbcClient jdbc;

  PersonBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose eyes.
   *
   * @param reach path of the subtree that the post reaches
   * @param line whether the post is of the party's line
   */
  record Viewer(String reach, boolean line) {}

  /** A person, with the phone still sealed. */
  record Listed(UUID id, String name, byte @Nullable [] phone) {}

  /** An appointment of a person. */
  record Held(
      UUID id,
      UUID person,
      long version,
      Role role,
      OrganisationLink organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      @Nullable String endDocument,
      boolean ended,
      boolean awaitsApproval) {}

  /**
   * Persons with a post within reach that is not over, by name.
   *
   * @param prefix of the name
   * @param phoneIndex the blind index of a phone number
   */
  Page<Listed> list(
      Viewer viewer,
      LocalDate today,
      @Nullable String prefix,
      byte @Nullable [] phoneIndex,
      @Nullable Cursor after,
      int size) {
    var sql =
        new StringBuilder("select p.id, p.name, p.phone_cipher from ")
            .append(prefix == null ? "organisation_person p" : NAMED)
            .append(
                """

                where p.id in (
                  select a.person_id from organisation_appointment a
                  join organisation o on o.id = a.organisation_id
                  where %s and (a.to_day is null or a.to_day >= :today))"""
                    .formatted(SEEN));
    var values = new HashMap<String, @Nullable Object>();
    values.put("reach", viewer.reach());
    values.put("line", viewer.line());
    values.put("today", today);
    values.put("limit", size + 1);
    if (prefix != null) {
      values.put("prefix", prefix.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (phoneIndex != null) {
      sql.append(" and p.phone_index = :phone");
      values.put("phone", phoneIndex);
    }
    if (after != null) {
      sql.append(" and (p.name, p.id) > (:name, :id)");
      values.put("name", after.key());
      values.put("id", after.id());
    }
    sql.append(" order by p.name, p.id limit :limit");
    var rows = jdbc.sql(sql.toString()).params(values).query(PersonBoard::listed).list();
    return Page.of(rows, size, person -> new Cursor(person.name(), person.id()));
  }

  /** One person with any appointment within reach, over or not. */
  Optional<Listed> find(Viewer viewer, UUID person) {
    return jdbc.sql(
            """
            select p.id, p.name, p.phone_cipher from organisation_person p
            where p.id = :person and exists (
              select from organisation_appointment a
              join organisation o on o.id = a.organisation_id
              where a.person_id = p.id and %s)"""
                .formatted(SEEN))
        .param("person", person)
        .param("reach", viewer.reach())
        .param("line", viewer.line())
        .query(PersonBoard::listed)
        .optional();
  }

  /** The appointments of persons within reach, the latest first, by person. */
  Map<UUID, List<Held>> appointments(Viewer viewer, Collection<UUID> persons) {
    return persons.isEmpty()
        ? Map.of()
        : held(viewer, "a.person_id in (:ids)", persons).stream()
            .collect(Collectors.groupingBy(Held::person));
  }

  /** One appointment within reach. */
  Optional<Held> appointment(Viewer viewer, UUID id) {
    return held(viewer, "a.id in (:ids)", List.of(id)).stream().findFirst();
  }

  private List<Held> held(Viewer viewer, String which, Collection<UUID> ids) {
    return jdbc.sql(
            """
            select a.id, a.person_id, a.version, a.role, o.id as organisation, o.name, a.from_day,
              case when a.awaits_approval then a.wanted_to_day else a.to_day end as to_day,
              a.document, a.end_document, a.ended, a.awaits_approval
            from organisation_appointment a join organisation o on o.id = a.organisation_id
            where %s and %s order by a.from_day desc, a.id desc"""
                .formatted(which, SEEN))
        .param("ids", ids)
        .param("reach", viewer.reach())
        .param("line", viewer.line())
        .query(
            (row, n) ->
                new Held(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getLong("version"),
                    Role.valueOf(row.getString("role")),
                    new OrganisationLink(
                        row.getObject("organisation", UUID.class), row.getString("name")),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("document"),
                    row.getString("end_document"),
                    row.getBoolean("ended"),
                    row.getBoolean("awaits_approval")))
        .list();
  }

  private static Listed listed(ResultSet row, int n) throws SQLException {
    return new Listed(
        row.getObject("id", UUID.class), row.getString("name"), row.getBytes("phone_cipher"));
  }
}
