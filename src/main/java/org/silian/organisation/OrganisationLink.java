package org.silian.organisation;

import java.util.UUID;

/** An organisation by id and name, as lists show it. */
record OrganisationLink(UUID id, String name) {}
