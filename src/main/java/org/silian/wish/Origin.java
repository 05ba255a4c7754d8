package org.silian.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What of a wish stays as it was told.
 *
 * @param organisationId the community
 * @param wisherId the registered person who wishes; absent where it is written down for another
 * @param collectorId the worker who wrote it down; absent where she did it herself
 * @param costFen what it may cost; unknown where absent
 */
record Origin(
    UUID organisationId,
    WishKind kind,
    boolean child,
    @Nullable UUID wisherId,
    @Nullable UUID collectorId,
    Instant collectedAt,
    @Embedded.Empty(prefix = "consent_") Consent consent,
    @Nullable Long costFen) {}
