package org.silian.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** Somebody took a file away from a record, and said why. */
public record FileRemoved(
    Subject subject, UUID file, UUID organisation, Instant occurredAt, @Nullable String words)
    implements Fact {}
