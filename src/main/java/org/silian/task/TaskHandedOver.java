package org.silian.task;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A task has gone to one post of the organisation that owes it: given by a colleague, or left
 * behind by a predecessor.
 *
 * @param post the appointment that has the task now
 */
public record TaskHandedOver(
    UUID task, Subject subject, UUID organisation, UUID post, Instant occurredAt) implements Fact {}
