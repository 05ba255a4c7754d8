package org.silian.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record, told once: published by the aggregate as an application
 * event inside the transaction that changes it. A fact is a record whose components are ids, enum
 * constants, numbers, days and instants; the journal refuses any other, because an entry outlives
 * the right to know a name. Once landed its name and components stay: add, do not rename.
 */
public interface Fact {

  /** The record it happened to. */
  Subject subject();

  /** The organisation where it counts. */
  UUID organisation();

  /** When it happened, which may be long before it is recorded. */
  Instant occurredAt();

  /** What it adds to figures. */
  default List<Measure> measures() {
    return List.of();
  }

  /** Words that explain it; kept apart from the entry so that they can be erased. */
  default @Nullable String words() {
    return null;
  }
}
