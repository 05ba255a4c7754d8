package org.silian.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other modules see it.
 *
 * @param path its place in the tree; a subtree is all paths that begin with its root's
 * @param division the code of the division it governs
 */
public record OrganisationSummary(
    UUID id,
    OrganisationKind kind,
    String name,
    @Nullable UUID parent,
    String path,
    @Nullable String division) {}
