package org.silian.journal;

import java.util.UUID;

/**
 * What a fact is about: a record of a module.
 *
 * @param type the kind of record, for instance {@code wish}
 * @param id its id within that kind
 */
public record Subject(String type, UUID id) {}
