package org.silian.alliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** What can happen to a joint document. {@code organisation} is the issuer that leads. */
sealed interface JointDocumentFact extends Fact {

  UUID document();

  @Override
  default Subject subject() {
    return new Subject(JointDocumentSubject.NAME, document());
  }

  /**
   * Several organisations have issued a document together.
   *
   * @param issuers how many
   * @param body the body it is about
   */
  record JointDocumentIssued(
      UUID document, UUID organisation, Instant occurredAt, int issuers, @Nullable UUID body)
      implements JointDocumentFact {}

  record JointDocumentRevoked(UUID document, UUID organisation, Instant occurredAt)
      implements JointDocumentFact {}
}
