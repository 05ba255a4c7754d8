package org.silian.file;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** All files of a record were deleted because the time to keep them is over. */
public record FilesErased(Subject subject, int files, UUID organisation, Instant occurredAt)
    implements Fact {}
