package org.silian.access;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Merging.FORGOTTEN;
import static org.silian.privacy.PersonalFields.Merging.MOVES;
import static org.silian.privacy.PersonalFields.Merging.MOVES_UNLESS_THERE;
import static org.silian.privacy.PersonalFields.Merging.STAYS;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.silian.vault.FieldCipher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of a person so that she can come in. */
@Component
@Order(100)
class AccessData implements PersonalKeeper {

  private final PersonManagement persons;
  private final OrganisationDirectory organisations;
  private final Consents consents;
  private final FieldCipher cipher;
  private final Texts texts;
  private final JdbcClient jdbc;

  AccessData(
      PersonManagement persons,
      OrganisationDirectory organisations,
      Consents consents,
      FieldCipher cipher,
      Texts texts,
      JdbcClient jdbc) {
    this.persons = persons;
    this.organisations = organisations;
    this.consents = consents;
    this.cipher = cipher;
    this.texts = texts;
    this.jdbc = jdbc;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("access")
        .kind(
            "access.account",
            LawfulBasis.CONSENT,
            Sensitivity.ORDINARY,
            "access_account.person_id",
            "access_account.password_hash",
            "access_account.standing")
        .kind(
            "access.sessions",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "access_session.person_id",
            "access_session.token_hash")
        .kind(
            "access.codes",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "access_code.phone_index",
            "access_code.code_mac",
            "access_failure.phone_index",
            "access_rate.bucket")
        .kind(
            "access.invitations",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "access_invitation.person_id",
            "access_invitation.token_hash",
            "access_invitation.invited_by")
        .kind(
            "access.consents",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "access_consent.person_id",
            "access_consent.notice_version")
        .kind(
            "access.factors",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "access_totp.person_id",
            "access_totp.secret_cipher",
            "access_recovery_code.person_id",
            "access_recovery_code.code_mac",
            "access_passkey.person_id",
            "access_passkey.credential_id",
            "access_passkey.credential",
            "access_passkey.name",
            "access_challenge.person_id",
            "access_password_before.person_id",
            "access_password_before.password_hash")
        .kind(
            "access.record",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "access_event.person_id",
            "access_event.actor_id",
            "access_event.bucket")
        .merging(MOVES_UNLESS_THERE, "access_account.person_id")
        .merging(
            FORGOTTEN,
            "access_session.person_id",
            "access_totp.person_id",
            "access_recovery_code.person_id",
            "access_passkey.person_id",
            "access_challenge.person_id",
            "access_password_before.person_id")
        .merging(STAYS, "access_event.person_id", "access_event.actor_id")
        .merging(
            MOVES,
            "access_invitation.person_id",
            "access_invitation.invited_by",
            "access_consent.person_id")
        .impersonal(
            CODE,
            "access_code.purpose",
            "access_setup.purpose",
            "access_setting.name",
            "access_event.kind",
            "access_event.outcome",
            "access_event.way",
            "access_event.detail")
        .impersonal(MACHINE, "access_setup.token_hash", "access_challenge.challenge_hash");
  }

  @Override
  public List<Kept> kept(UUID person) {
    var kept = new ArrayList<Kept>();
    kept.addAll(
        jdbc.sql(
                "select standing, community_id, created_at, password_hash is not null as password"
                    + " from access_account where person_id = ?")
            .param(person)
            .query(
                (row, n) -> {
                  var standing = row.getString("standing");
                  var community = row.getObject("community_id", UUID.class);
                  return Kept.of(
                      "access.account",
                      "access_account.standing",
                      standing == null ? null : texts.text("role." + standing),
                      "access_account.community_id",
                      community == null ? null : organisations.get(community).name(),
                      "access_account.password_hash",
                      texts.text(
                          "access.password-" + (row.getBoolean("password") ? "set" : "none")),
                      "access_account.created_at",
                      row.getTimestamp("created_at").toInstant());
                })
            .list());
    kept.addAll(
        jdbc.sql(
                "select started_at, last_at from access_session where person_id = ?"
                    + " order by started_at")
            .param(person)
            .query(
                (row, n) ->
                    Kept.of(
                        "access.sessions",
                        "access_session.started_at",
                        row.getTimestamp("started_at").toInstant(),
                        "access_session.last_at",
                        row.getTimestamp("last_at").toInstant()))
            .list());
    kept.addAll(
        jdbc.sql(
                "select name, created_at, used_at from access_passkey where person_id = ?"
                    + " order by created_at")
            .param(person)
            .query(
                (row, n) -> {
                  var used = row.getTimestamp("used_at");
                  return Kept.of(
                      "access.factors",
                      "access_passkey.name",
                      row.getString("name"),
                      "access_passkey.created_at",
                      row.getTimestamp("created_at").toInstant(),
                      "access_passkey.used_at",
                      used == null ? null : used.toInstant());
                })
            .list());
    consents
        .of(person)
        .forEach(
            consent ->
                kept.add(
                    Kept.of(
                        "access.consents",
                        "access_consent.notice_version",
                        consent.noticeVersion(),
                        "access_consent.at",
                        consent.at(),
                        "access_consent.withdrawn_at",
                        consent.withdrawnAt())));
    return kept;
  }

  @Override
  public List<Standing> standing(UUID person) {
    return consents.of(person).isEmpty()
        ? List.of()
        : List.of(new Standing("consents", false, "", null));
  }

  @Override
  public List<ConsentGiven> consents(UUID person) {
    return consents.of(person).stream()
        .map(c -> new ConsentGiven(c.id(), "account", c.noticeVersion(), c.at(), c.withdrawnAt()))
        .toList();
  }

  @Override
  public void withdraw(UUID person, UUID consent) {
    consents.withdraw(person);
    jdbc.sql("delete from access_session where person_id = ?").param(person).update();
  }

  @Override
  public void erase(UUID person) {
    var phone = persons.phone(person);
    if (phone != null) {
      var index = cipher.blindIndex("access-phone", new PhoneNumber(phone).digits());
      for (var table : List.of("access_code", "access_failure")) {
        jdbc.sql("delete from " + table + " where phone_index = ?").param(index).update();
      }
    }
    consents.withdraw(person);
    jdbc.sql("delete from access_invitation where person_id = ?").param(person).update();
    jdbc.sql("delete from access_account where person_id = ?").param(person).update();
  }
}
