package org.silian.wording;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.OFFICE;

import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.springframework.stereotype.Component;

/** A district's own words are about nobody. */
@Component
class WordingData implements PersonalKeeper {

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("wording")
        .impersonal(CODE, "wording_text.code", "wording_text.language")
        .impersonal(OFFICE, "wording_text.text");
  }
}
