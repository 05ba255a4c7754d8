package org.silian.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.springframework.stereotype.Component;

/** Opens the timeline of a party membership to the line of the party organisation. */
@Component
class MembershipSubject implements SubjectType {

  static final String NAME = "party-membership";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    return Map.of();
  }
}
