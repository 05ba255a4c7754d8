package org.silian.figure;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;

import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.springframework.stereotype.Component;

/** Figures keep nothing of anybody. */
@Component
class FigureData implements PersonalKeeper {

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("figure")
        .impersonal(CODE, "figure_month.figure", "figure_day.figure")
        .impersonal(THING, "figure_month.organisation_id", "figure_day.organisation_id");
  }
}
