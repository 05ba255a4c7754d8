package org.silian.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Measure;
import org.silian.journal.Subject;

/** An organisation was founded. Street and community committees count in N3 and N5. */
public record OrganisationFounded(
    UUID organisation, OrganisationKind kind, @Nullable UUID parent, Instant occurredAt)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(OrganisationSubject.NAME, organisation);
  }

  @Override
  public List<Measure> measures() {
    return counted(kind, 1);
  }

  static List<Measure> counted(OrganisationKind kind, long amount) {
    return switch (kind) {
      case STREET_COMMITTEE -> List.of(new Measure("N3", amount));
      case COMMUNITY_COMMITTEE -> List.of(new Measure("N5", amount));
      default -> List.of();
    };
  }
}
