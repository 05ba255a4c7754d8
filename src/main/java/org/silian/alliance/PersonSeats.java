package org.silian.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One person's seats across bodies, as far as the reader sees those bodies. */
@Component
class PersonSeats {

  private final JdbcClient jdbc;
  private final Texts texts;

  PersonSeats(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /**
   * A seat that a person has or had.
   *
   * @param title what she is called there
   * @param unit by virtue of the post in which she sits there
   */
  record PersonSeat(
      UUID id,
      BodyLink body,
      String title,
      boolean voting,
      BodyLink unit,
      String roleName,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      boolean ended) {}

  /** Those she has first, the latest first. */
  List<PersonSeat> of(UUID person, Actor actor) {
    return jdbc.sql(
            """
            select h.id, h.from_day, h.to_day, h.document, h.ended, e.kind, e.body_kind, e.voting,
              e.role, o.id as body, o.name as body_name, w.id as unit, w.name as unit_name
            from alliance_sitting h join alliance_seat e on e.id = h.seat_id
            join organisation o on o.id = h.body_id join organisation w on w.id = e.unit_id
            where h.person_id = :whose and\s"""
                + BodyAccess.SEEN
                + " order by h.ended, h.from_day desc, h.id")
        .params(BodyAccess.values(actor))
        .param("whose", person)
        .query(
            (row, n) ->
                new PersonSeat(
                    row.getObject("id", UUID.class),
                    new BodyLink(row.getObject("body", UUID.class), row.getString("body_name")),
                    texts.text(
                        SeatKind.valueOf(row.getString("kind"))
                            .title(OrganisationKind.valueOf(row.getString("body_kind")))),
                    row.getBoolean("voting"),
                    new BodyLink(row.getObject("unit", UUID.class), row.getString("unit_name")),
                    texts.text("role." + Role.valueOf(row.getString("role"))),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("document"),
                    row.getBoolean("ended")))
        .list();
  }
}
