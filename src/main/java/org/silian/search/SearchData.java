package org.silian.search;

import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalFields.Impersonal;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.stereotype.Component;

/**
 * What the search keeps of people: the words of their records in another order. It goes when the
 * words go, since a record is read again whenever something happens to it.
 */
@Component
class SearchData implements PersonalKeeper {

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("search")
        .kind("search.words", LawfulBasis.CONTRACT, Sensitivity.ORDINARY, "search_record.words")
        .impersonal(
            Impersonal.CODE,
            "search_record.subject_type",
            "search_queue.subject_type",
            "search_source.subject_type")
        .impersonal(
            Impersonal.THING,
            "search_record.subject_id",
            "search_record.organisation_id",
            "search_record.number",
            "search_queue.subject_id");
  }
}
