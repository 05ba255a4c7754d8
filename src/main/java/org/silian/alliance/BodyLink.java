package org.silian.alliance;

import java.util.UUID;

/** An organisation by id and name: a body, or one that a body names. */
record BodyLink(UUID id, String name) {}
