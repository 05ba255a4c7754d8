package org.silian.file;

import java.time.Instant;
import java.util.UUID;
import org.silian.journal.Fact;
import org.silian.journal.Subject;

/** The scanner, asked late, found a virus in a file that had been attached; its content is gone. */
public record FileInfected(Subject subject, UUID file, UUID organisation, Instant occurredAt)
    implements Fact {}
