package org.silian.exchange;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.FORGOTTEN;

import java.util.List;
import java.util.UUID;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What files on their way in and out keep of people, for a day. */
@Component
@Order(15)
class ExchangeData implements PersonalKeeper {

  private final ExportStore exports;
  private final ImportStore imports;

  ExchangeData(ExportStore exports, ImportStore imports) {
    this.exports = exports;
    this.imports = imports;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("exchange")
        .kind(
            "exchange.files",
            LawfulBasis.CONSENT,
            Sensitivity.CONTACT,
            "exchange_import.person_id",
            "exchange_import.appointment_id",
            "exchange_import.head",
            "exchange_import.content",
            "exchange_export.person_id",
            "exchange_export.appointment_id",
            "exchange_export.filters",
            "exchange_chunk.content")
        .merging(FORGOTTEN, "exchange_import.person_id", "exchange_export.person_id")
        .impersonal(
            CODE,
            "exchange_import.kind",
            "exchange_import.state",
            "exchange_mapping.kind",
            "exchange_mapping.fields",
            "exchange_row.kind",
            "exchange_export.role",
            "exchange_export.list",
            "exchange_export.format",
            "exchange_export.language",
            "exchange_export.state")
        .impersonal(
            THING,
            "exchange_mapping.organisation_id",
            "exchange_row.subject_id",
            "exchange_export.organisation_id",
            "exchange_export.reach")
        .impersonal(MACHINE, "exchange_mapping.headers", "exchange_row.key");
  }

  /** That there is a file, not what others have in it. */
  @Override
  public List<Kept> kept(UUID person) {
    return exports.madeAt(person).stream()
        .map(at -> Kept.of("exchange.files", "exchange_export.created_at", at))
        .toList();
  }

  @Override
  public void erase(UUID person) {
    exports.deleteOf(person);
    imports.deleteOf(person);
  }
}
