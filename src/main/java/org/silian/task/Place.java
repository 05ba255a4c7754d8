package org.silian.task;

import java.util.UUID;

/**
 * Where an organisation stands.
 *
 * @param path from the district down to it
 * @param partner whether it is, or belongs to, a unit of its own standing: a university, an
 *     enterprise. Equals are asked, not ordered about.
 */
record Place(UUID organisation, String path, boolean partner) {}
