package org.silian.city;

import static org.silian.privacy.PersonalFields.Impersonal.THING;

import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.springframework.stereotype.Component;

/** What is published is of nobody. */
@Component
class CityData implements PersonalKeeper {

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("city").impersonal(THING, "city_publication.cells");
  }
}
