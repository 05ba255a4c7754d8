package org.silian.organisation;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Impersonal.OFFICE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;
import static org.silian.privacy.PersonalFields.Merging.MOVES_UNLESS_THERE;
import static org.silian.privacy.PersonalFields.Merging.STAYS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.silian.language.Texts;
import org.silian.permission.Role;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.RetentionRule;
import org.silian.privacy.Sensitivity;
import org.silian.tenancy.District;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is kept of a person here: name, phone, posts. Erased last, when nobody asks for them more.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OrganisationData implements PersonalKeeper, RetentionRule {

  private final Persons persons;
  private final PersonRegister register;
  private final Phones phones;
  private final Readings readings;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrganisationData(
      Persons persons,
      PersonRegister register,
      Phones phones,
      Readings readings,
      Texts texts,
      JdbcClient jdbc,
      Clock clock) {
    this.persons = persons;
    this.register = register;
    this.phones = phones;
    this.readings = readings;
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("organisation")
        .kind(
            "organisation.person",
            LawfulBasis.CONSENT,
            Sensitivity.CONTACT,
            "organisation_person.name",
            "organisation_person.name_key",
            "organisation_person.phone_cipher",
            "organisation_person.phone_index",
            "organisation_person.merged_into")
        .kind(
            "organisation.posts",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "organisation_appointment.person_id",
            "organisation_appointment.role",
            "organisation_appointment.document",
            "organisation_appointment.end_document",
            "organisation_appointment.extension_document",
            "organisation_appointment.proposer_id",
            "organisation_appointment.approver_id")
        .kind(
            "organisation.reading",
            LawfulBasis.CONSENT,
            Sensitivity.ORDINARY,
            "organisation_reading.person_id",
            "organisation_reading.language")
        .kind(
            "organisation.merges",
            LawfulBasis.CONTRACT,
            Sensitivity.CONTACT,
            "organisation_merge.kept_id",
            "organisation_merge.merged_id",
            "organisation_merge.moved",
            "organisation_merge.kept_name",
            "organisation_merge.kept_phone_cipher",
            "organisation_merge.kept_phone_index",
            "organisation_merge.merged_name",
            "organisation_merge.merged_phone_cipher",
            "organisation_merge.merged_phone_index",
            "organisation_distinct.one_id",
            "organisation_distinct.other_id")
        .merging(
            MOVES,
            "organisation_appointment.person_id",
            "organisation_appointment.proposer_id",
            "organisation_appointment.approver_id",
            "organisation_person.merged_into")
        .merging(MOVES_UNLESS_THERE, "organisation_reading.person_id")
        .merging(
            STAYS,
            "organisation_merge.kept_id",
            "organisation_merge.merged_id",
            "organisation_distinct.one_id",
            "organisation_distinct.other_id")
        .impersonal(CODE, "organisation.kind")
        .impersonal(
            OFFICE,
            "organisation_contact.phone",
            "organisation_contact.address",
            "organisation_contact.hours")
        .impersonal(
            THING,
            "organisation.name",
            "organisation_former_name.name",
            "organisation.path",
            "organisation.division",
            "organisation.uscc",
            "organisation_former_name.name",
            "territory_division.code",
            "territory_division.parent",
            "territory_division.level",
            "territory_division.name",
            "territory_division.official_name",
            "territory_grid.layer",
            "territory_grid.organisation_id",
            "territory_grid.community_id",
            "territory_grid.code",
            "territory_grid.name",
            "territory_grid_edition.name",
            "territory_grid_edition.shape",
            "territory_layer.layer")
        .impersonal(MACHINE, "territory_layer.revision");
  }

  @Override
  public List<Kept> kept(UUID person) {
    var kept = new ArrayList<Kept>();
    persons
        .findById(person)
        .filter(Person::stands)
        .ifPresent(
            p -> {
              var phone = phones.open(p.phoneCipher());
              kept.add(
                  Kept.of(
                      "organisation.person",
                      "organisation_person.name",
                      p.name(),
                      "organisation_person.phone_cipher",
                      phone == null ? null : phone.digits(),
                      "organisation_person.created_at",
                      p.createdAt()));
            });
    readings
        .find(person)
        .ifPresent(
            reading ->
                kept.add(
                    Kept.of(
                        "organisation.reading",
                        "organisation_reading.language",
                        reading.language().getDisplayLanguage(LocaleContextHolder.getLocale()),
                        "organisation_reading.large_type",
                        texts.text("organisation.reading." + reading.largeType()))));
    kept.addAll(
        jdbc.sql(
                """
                select a.role, o.name, a.from_day, a.to_day, a.document, a.end_document
                from organisation_appointment a join organisation o on o.id = a.organisation_id
                where a.person_id = ? order by a.from_day, a.id""")
            .param(person)
            .query(
                (row, n) ->
                    Kept.of(
                        "organisation.posts",
                        "organisation_appointment.role",
                        row.getString("name") + " · " + texts.text("role." + row.getString("role")),
                        "organisation_appointment.from_day",
                        row.getObject("from_day", LocalDate.class),
                        "organisation_appointment.to_day",
                        row.getObject("to_day", LocalDate.class),
                        "organisation_appointment.document",
                        row.getString("document"),
                        "organisation_appointment.end_document",
                        row.getString("end_document")))
            .list());
    return kept;
  }

  @Override
  public List<Standing> standing(UUID person) {
    var standing = new ArrayList<Standing>();
    standing.addAll(
        jdbc.sql(
                """
                select a.role, o.name, a.to_day
                from organisation_appointment a join organisation o on o.id = a.organisation_id
                where a.person_id = ? and (a.to_day is null or a.to_day >= ?) and not a.ended
                order by a.from_day, a.id""")
            .params(person, District.day(clock.instant()))
            .query(
                (row, n) -> {
                  boolean party = row.getString("role").equals(Role.PARTY_MEMBER.name());
                  return new Standing(
                      party ? "party-membership" : "post",
                      true,
                      row.getString("name")
                          + (party ? "" : " · " + texts.text("role." + row.getString("role"))),
                      row.getObject("to_day", LocalDate.class));
                })
            .list());
    if (hasHeldPosts(person)) {
      standing.add(new Standing("past-posts", false, "", null));
    }
    return standing;
  }

  private boolean hasHeldPosts(UUID person) {
    return jdbc.sql("select exists (select from organisation_appointment where person_id = ?)")
        .param(person)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  @Override
  public void erase(UUID person) {
    var ids = register.ids(person);
    jdbc.sql("delete from organisation_reading where person_id in (:ids)")
        .param("ids", ids)
        .update();
    jdbc.sql("delete from organisation_distinct where one_id in (:ids) or other_id in (:ids)")
        .param("ids", ids)
        .update();
    jdbc.sql(
            "update organisation_merge set moved = null,"
                + PersonMerging.FORGOTTEN
                + " where kept_id in (:ids) or merged_id in (:ids)")
        .param("ids", ids)
        .update();
    for (var shell : persons.findAllById(ids)) {
      persons.save(shell.erase(clock.instant()));
    }
  }

  @Override
  public String id() {
    return "organisation.merges";
  }

  @Override
  public Instant before(Instant now) {
    return now;
  }

  /** Of a merging that can no longer be undone nothing is remembered but that it was. */
  @Override
  public long forget(Instant before) {
    return jdbc.sql(
            "update organisation_merge set moved = null,"
                + PersonMerging.FORGOTTEN
                + " where undo_until <= ? and moved is not null")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
