package org.silian.alliance;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.OFFICE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationKind;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What bodies keep of people: who sat where, by virtue of what. A sitting ends with its post, which
 * stands in the way of erasing anyhow; past ones stay, without a name.
 */
@Component
@Order(0)
class AllianceData implements PersonalKeeper {

  private final JdbcClient jdbc;
  private final Texts texts;

  AllianceData(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("alliance")
        .kind(
            "alliance.seats",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "alliance_sitting.person_id",
            "alliance_sitting.seat_id",
            "alliance_sitting.appointment_id",
            "alliance_sitting.document",
            "alliance_sitting.end_document",
            "alliance_sitting.ending")
        .merging(MOVES, "alliance_sitting.person_id")
        .impersonal(
            CODE,
            "alliance_body.succession",
            "alliance_body.quorum",
            "alliance_seat.body_kind",
            "alliance_seat.kind",
            "alliance_seat.role",
            "alliance_seat.source",
            "alliance_seat.vacancy")
        .impersonal(
            THING,
            "alliance_body.organisation_id",
            "alliance_body.secretariat_id",
            "alliance_seat.body_id",
            "alliance_seat.unit_id",
            "alliance_sitting.body_id",
            "alliance_document.organisation_id",
            "alliance_document.body_id",
            "alliance_document_issuer.document_id",
            "alliance_document_issuer.name",
            "alliance_document_issuer.organisation_id")
        .impersonal(
            OFFICE,
            "alliance_document.number",
            "alliance_document.title",
            "alliance_document.revocation");
  }

  @Override
  public List<Kept> kept(UUID person) {
    return jdbc.sql(
            """
            select o.name, s.kind, s.body_kind, t.from_day, t.to_day, t.document, t.end_document
            from alliance_sitting t join alliance_seat s on s.id = t.seat_id
            join organisation o on o.id = t.body_id
            where t.person_id = ? order by t.from_day, t.id""")
        .param(person)
        .query(
            (row, n) ->
                Kept.of(
                    "alliance.seats",
                    "alliance_sitting.seat_id",
                    row.getString("name")
                        + " · "
                        + texts.text(
                            SeatKind.valueOf(row.getString("kind"))
                                .title(OrganisationKind.valueOf(row.getString("body_kind")))),
                    "alliance_sitting.from_day",
                    row.getObject("from_day", LocalDate.class),
                    "alliance_sitting.to_day",
                    row.getObject("to_day", LocalDate.class),
                    "alliance_sitting.document",
                    row.getString("document"),
                    "alliance_sitting.end_document",
                    row.getString("end_document")))
        .list();
  }
}
