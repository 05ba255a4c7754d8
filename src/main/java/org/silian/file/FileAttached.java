package org.silian.file;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** A file was attached to a record. */
public record FileAttached(
    Subject subject, UUID file, FileType type, UUID organisation, Instant occurredAt)
    implements Fact {}
