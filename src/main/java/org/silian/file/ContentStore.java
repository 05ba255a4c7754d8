package org.silian.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.silian.problem.Refusal;

/**
 * Contents under their hashes (SHA-256, in lower-case hexadecimal digits), those of each district
 * apart from all others.
 *
 * <p>What cannot be reached is refused as {@code file.store-away}.
 */
interface ContentStore {

  /**
   * @param at when it was last put
   */
  record Stored(String hash, Instant at) {}

  /** Keeps a content. One that is there already counts as put now. On return it is on the disk. */
  void put(Path content, String hash) throws Refusal;

  Optional<InputStream> open(String hash) throws Refusal;

  Optional<Stored> find(String hash) throws Refusal;

  void delete(String hash) throws Refusal;

  /** All whose hashes begin with these two digits. */
  List<Stored> beginningWith(String digits) throws Refusal;
}
