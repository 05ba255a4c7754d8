package org.silian.privacy;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;
import static org.silian.privacy.PersonalFields.Merging.STAYS;

import java.util.List;
import java.util.UUID;
import org.silian.api.Idempotency;
import org.silian.language.Texts;
import org.silian.vault.FieldCipher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps of people, and the two below it that cannot say so themselves. */
@Component
@Order(50)
class PrivacyData implements PersonalKeeper {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final Idempotency idempotency;
  private final Texts texts;

  PrivacyData(JdbcClient jdbc, FieldCipher cipher, Idempotency idempotency, Texts texts) {
    this.texts = texts;
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.idempotency = idempotency;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("privacy")
        .kind(
            "privacy.reads",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "privacy_access.reader_id",
            "privacy_access.persons")
        .kind(
            "privacy.requests",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "privacy_request.person_id",
            "privacy_request.kind",
            "privacy_request.words",
            "privacy_request.answer",
            "privacy_request.answered_by")
        .kind(
            "journal.entries",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "journal_entry.person_id",
            "journal_entry.subject_id",
            "journal_entry.body")
        .kind(
            "journal.words",
            LawfulBasis.STATUTORY_DUTY,
            Sensitivity.ORDINARY,
            "journal_words.words")
        .kind(
            "api.requests",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "api_idempotency.owner",
            "api_idempotency.request")
        .merging(MOVES, "privacy_request.person_id", "privacy_request.answered_by")
        .merging(
            STAYS,
            "privacy_access.reader_id",
            "privacy_access.persons",
            "journal_entry.person_id",
            "journal_entry.subject_id",
            "api_idempotency.owner")
        .impersonal(
            CODE,
            "privacy_access.role",
            "privacy_access.purpose",
            "privacy_access.subject_type",
            "privacy_proof.rule",
            "journal_entry.fact",
            "journal_entry.subject_type",
            "journal_entry.role",
            "journal_entry.measures",
            "journal_measure.figure",
            "journal_queue.figures",
            "journal_delivery.target")
        .impersonal(
            THING,
            "privacy_access.appointment_id",
            "privacy_access.organisation_id",
            "privacy_access.subject_id",
            "journal_entry.organisation_id",
            "journal_entry.appointment_id",
            "journal_measure.organisation_id",
            "journal_queue.sealing",
            "journal_queue.entries",
            "journal_queue.organisations",
            "journal_queue.amounts",
            "journal_queue.days",
            "journal_seal.entries",
            "api_idempotency.result")
        .impersonal(
            MACHINE,
            "journal_entry.command",
            "journal_entry.words_hash",
            "journal_entry.mac",
            "journal_words.salt",
            "journal_seal.previous",
            "journal_seal.root",
            "journal_seal.hashes",
            "journal_seal.signature",
            "api_idempotency.key");
  }

  @Override
  public List<Kept> kept(UUID person) {
    return jdbc.sql("select * from privacy_request where person_id = ? order by asked_at, id")
        .param(person)
        .query(
            (row, n) -> {
              var words = row.getBytes("words");
              var answer = row.getBytes("answer");
              return Kept.of(
                  "privacy.requests",
                  "privacy_request.kind",
                  texts.text("privacy.request." + row.getString("kind")),
                  "privacy_request.words",
                  words == null ? null : cipher.decrypt(DataRequestController.FIELD, words),
                  "privacy_request.answer",
                  answer == null ? null : cipher.decrypt(DataRequestController.FIELD, answer));
            })
        .list();
  }

  @Override
  public List<Standing> standing(UUID person) {
    return List.of(
        new Standing("journal", false, "", null), new Standing("access-log", false, "", null));
  }

  @Override
  public void erase(UUID person) {
    jdbc.sql("update privacy_request set words = null, answer = null where person_id = ?")
        .param(person)
        .update();
    idempotency.forget(person);
  }
}
