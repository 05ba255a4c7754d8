package org.silian.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that can be found, brought by the module that owns it. A record is read again
 * whenever a fact tells that something has happened to it.
 */
public interface Searchable {

  /** As in {@link org.silian.journal.Subject#type()}. */
  String subjectType();

  /** The permission with which a post finds such records within its reach. */
  String permission();

  /** The records as they are now, one query for all; one that is gone is left out. */
  List<Findable> read(Collection<UUID> ids);

  /** The ids of the next records after one, in the order of ids, to read all of them once. */
  List<UUID> after(@Nullable UUID id, int limit);

  /**
   * A record to be found.
   *
   * @param organisation under which it stands; posts that reach it find it
   * @param number as people write it; empty where it has none
   * @param at what lists of such records are sorted by, the latest first
   * @param words texts whose words find it
   * @param names that also pinyin and its initials find
   */
  record Findable(
      UUID id,
      UUID organisation,
      String number,
      Instant at,
      List<String> words,
      List<String> names) {}
}
