package org.silian.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A kind of record that facts are about, declared by the module that owns it so that timelines and
 * drill-downs respect who may see the record.
 */
public interface SubjectType {

  /** As in {@link Subject#type()}. */
  String name();

  /**
   * Titles of those of the records that the actor may open; all others are left out. One query for
   * all ids.
   */
  Map<UUID, Title> titles(Collection<UUID> ids, Actor actor);

  /**
   * Other ids under which the same record was known before, and under which its older entries
   * stand.
   */
  default Collection<UUID> formerIds(UUID id) {
    return List.of();
  }

  /**
   * @param number as people write it, for instance {@code 2026-0412}
   * @param text a few words
   */
  record Title(String number, String text) {}
}
