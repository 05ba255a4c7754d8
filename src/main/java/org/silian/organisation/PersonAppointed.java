package org.silian.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;
import org.silian.permission.Role;

/**
 * A person was appointed. It stands in the person's timeline; for a party member in one of its own,
 * which only the party organisation's line may read. Members with a grid count in N10.
 *
 * @param occurredAt when the appointment begins
 */
public record PersonAppointed(
    UUID appointment,
    UUID person,
    Role role,
    UUID organisation,
    @Nullable UUID grid,
    Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return subject(role, appointment, person);
  }

  @Override
  public List<Measure> measures() {
    return role == Role.PARTY_MEMBER && grid != null ? List.of(new Measure("N10", 1)) : List.of();
  }

  static Subject subject(Role role, UUID appointment, UUID person) {
    return role == Role.PARTY_MEMBER
        ? new Subject(MembershipSubject.NAME, appointment)
        : new Subject(PersonSubject.NAME, person);
  }
}
