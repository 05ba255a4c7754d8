package org.silian.task;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * The post that had a task has ended without a successor.
 *
 * @param organisation whose posts owe the task now: its own, or the nearest superior one that has
 *     such a post
 */
public record TaskReturned(UUID task, Subject subject, UUID organisation, Instant occurredAt)
    implements Fact {}
