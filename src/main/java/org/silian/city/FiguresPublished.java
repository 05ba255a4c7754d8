package org.silian.city;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * The district published its figures of a month.
 *
 * @param month its first day
 * @param revision from 1; a later one corrects the one before
 * @param open whether anybody may read them
 */
record FiguresPublished(
    UUID publication,
    UUID organisation,
    Instant occurredAt,
    LocalDate month,
    int revision,
    boolean open)
    implements Fact {

  @Override
  public Subject subject() {
    return new Subject(PublicationSubject.NAME, publication);
  }
}
