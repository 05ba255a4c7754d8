package org.silian.task;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/**
 * A post higher up the line has pressed for a task; told in the timeline of the task's record.
 *
 * @param organisation whose posts owe the task
 */
public record TaskUrged(
    UUID task, Subject subject, UUID organisation, Instant occurredAt, String words)
    implements Fact {}
