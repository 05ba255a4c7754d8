package org.silian.alliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.BodyRecord.BodyRuleView;
import org.silian.alliance.BodyRecord.BodySeat;
import org.silian.alliance.BodyRecord.BodySitter;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one body for one reader. */
@Component
class BodyReading {

  /** Who sits on a seat today; who is to sit there where nobody does yet. */
  private static final String SEATS =
      """
      select s.*, u.name as unit_name,
        case when up.parent_id is not null and u.kind not in ('COMMUNITY', 'VILLAGE')
          then up.name end as unit_place, t.id as sitting,
        t.version as sitting_version, t.person_id, t.from_day, t.to_day,
        t.document, t.succeeded,
        (select count(distinct x.body_id) from alliance_sitting x
         where x.person_id = t.person_id and x.body_id <> s.body_id and not x.ended) as elsewhere
      from alliance_seat s join organisation u on u.id = s.unit_id
      left join organisation up on up.id = u.parent_id
      left join lateral (
        select * from alliance_sitting t where t.seat_id = s.id and not t.ended
        order by t.from_day limit 1) t on true
      where s.body_id = :body and s.abolished_on is null
      order by array_position(array['HEAD', 'DEPUTY', 'MEMBER'], s.kind), not s.voting,
        array_position(array['DISTRICT', 'STREET', 'COMMUNITY', 'POLICE', 'UNIVERSITY', 'INSTITUTE',
          'PARTNER'], s.source), up.name, u.name, s.id""";

  private final BodyAccess access;
  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;

  BodyReading(BodyAccess access, JdbcClient jdbc, Names names, Texts texts) {
    this.access = access;
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
  }

  /**
   * The record.
   *
   * @throws Refusal {@code alliance.body-not-found} where the actor does not see it
   */
  @Transactional(readOnly = true)
  BodyRecord read(UUID id, Actor actor) {
    return jdbc.sql(
            """
            select b.*, o.kind, o.name, o.path, o.founded_on, o.dissolved_on, p.id as place_id,
              p.name as place, c.name as secretariat,
              exists (select from alliance_sitting t where t.body_id = o.id and not t.ended
                and t.person_id = :person) as sits
            from alliance_body b join organisation o on o.id = b.organisation_id
            join organisation p on p.id = o.parent_id
            join organisation c on c.id = b.secretariat_id
            where o.id = :id and\s"""
                + BodyAccess.SEEN)
        .params(BodyAccess.values(actor))
        .param("id", id)
        .query((row, n) -> record(row, actor))
        .optional()
        .orElseThrow(() -> Refusal.notFound("alliance.body-not-found"));
  }

  private BodyRecord record(ResultSet row, Actor actor) throws SQLException {
    var id = row.getObject("organisation_id", UUID.class);
    var kind = OrganisationKind.valueOf(row.getString("kind"));
    var dissolved = row.getObject("dissolved_on", LocalDate.class);
    var path = row.getString("path");
    boolean stands = dissolved == null;
    boolean seating = stands && access.allows(actor, AlliancePermission.SEAT, path);
    boolean named = row.getBoolean("sits") || access.allows(actor, AlliancePermission.MEMBERS);
    var rule =
        new BodyRule(
            Succession.valueOf(row.getString("succession")),
            Quorum.valueOf(row.getString("quorum")),
            row.getObject("quorum_count", Integer.class),
            row.getObject("term_years", Integer.class));
    var steps = new ArrayList<String>();
    if (seating) {
      steps.add("seat");
      steps.add("rule");
    }
    if (stands && access.allows(actor, AlliancePermission.FOUND, path)) {
      steps.add("dissolve");
    }
    var seats = seats(id, seating, named);
    int voting = (int) seats.stream().filter(s -> s.voting() && s.sitter() != null).count();
    return new BodyRecord(
        id,
        row.getLong("version"),
        kind,
        texts.text("organisation.kind." + kind),
        row.getString("name"),
        new BodyLink(row.getObject("place_id", UUID.class), row.getString("place")),
        new BodyLink(row.getObject("secretariat_id", UUID.class), row.getString("secretariat")),
        row.getObject("founded_on", LocalDate.class),
        dissolved,
        new BodyRuleView(rule.succession(), rule.quorum(), rule.quorumCount(), rule.termYears()),
        voting,
        rule.needed(voting),
        seats,
        steps);
  }

  private List<BodySeat> seats(UUID body, boolean seating, boolean named) {
    var known =
        named
            ? names.of(
                jdbc.sql("select person_id from alliance_sitting where body_id = ? and not ended")
                    .param(body)
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list())
            : Map.<UUID, String>of();
    return jdbc.sql(SEATS).param("body", body).query((row, n) -> seat(row, seating, known)).list();
  }

  private BodySeat seat(ResultSet row, boolean seating, Map<UUID, String> known)
      throws SQLException {
    var kind = SeatKind.valueOf(row.getString("kind"));
    var role = Role.valueOf(row.getString("role"));
    var vacancy =
        row.getString("vacancy") == null ? null : Vacancy.valueOf(row.getString("vacancy"));
    var title = texts.text(kind.title(OrganisationKind.valueOf(row.getString("body_kind"))));
    return new BodySeat(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        kind,
        title,
        row.getBoolean("voting"),
        new BodyLink(row.getObject("unit_id", UUID.class), row.getString("unit_name")),
        row.getString("unit_place"),
        role,
        texts.text("role." + role),
        SeatSource.valueOf(row.getString("source")),
        vacancy,
        row.getObject("vacant_since", LocalDate.class),
        sitter(row, seating, known),
        seating ? steps(vacancy) : List.of());
  }

  private static List<String> steps(@Nullable Vacancy vacancy) {
    return switch (vacancy) {
      case null -> List.of();
      case AWAITS, ASKED -> List.of("fill", "leave-vacant", "abolish");
      case LEFT -> List.of("fill", "abolish");
    };
  }

  private static @Nullable BodySitter sitter(
      ResultSet row, boolean seating, Map<UUID, String> known) throws SQLException {
    var sitting = row.getObject("sitting", UUID.class);
    if (sitting == null) {
      return null;
    }
    var person = row.getObject("person_id", UUID.class);
    var name = known.get(person);
    boolean named = name != null;
    return new BodySitter(
        sitting,
        row.getLong("sitting_version"),
        named ? person : null,
        name,
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        named ? row.getString("document") : null,
        row.getBoolean("succeeded"),
        named ? row.getInt("elsewhere") : 0,
        seating ? List.of("end") : List.of());
  }
}
