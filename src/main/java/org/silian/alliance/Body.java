package org.silian.alliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.alliance.AllianceFact.BodyRuled;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** An organisation made up of seats: its rule, and the organisation that looks after it. */
@Table("alliance_body")
class Body extends AbstractAggregateRoot<Body> {

  @Id private final UUID organisationId;
  @Version private @Nullable Long version;
  private UUID secretariatId;

  @Embedded.Empty private BodyRule rule;

  Body(UUID organisationId, UUID secretariatId, BodyRule rule) {
    this.organisationId = organisationId;
    this.secretariatId = secretariatId;
    this.rule = rule;
  }

  /** A body as its organisation has just been founded. */
  static Body founded(UUID organisation, UUID secretariat, BodyRule rule, Instant at) {
    var body = new Body(organisation, secretariat, rule);
    body.tell(at);
    return body;
  }

  /** Gives it another rule, or another secretariat. What is seated stays seated. */
  void rule(BodyRule next, UUID secretariat, Instant at) {
    if (next.equals(rule) && secretariat.equals(secretariatId)) {
      return;
    }
    rule = next;
    secretariatId = secretariat;
    tell(at);
  }

  private void tell(Instant at) {
    registerEvent(
        new BodyRuled(
            organisationId,
            at,
            secretariatId,
            rule.succession(),
            rule.quorum(),
            rule.quorumCount(),
            rule.termYears()));
  }

  UUID organisationId() {
    return organisationId;
  }

  UUID secretariatId() {
    return secretariatId;
  }

  BodyRule rule() {
    return rule;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
