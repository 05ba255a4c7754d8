package org.silian.file;

import java.util.UUID;

/**
 * A file whose content has been looked through and lies in the store, and which belongs to no
 * record yet.
 *
 * @param id under which it will be attached
 */
public record ReceivedFile(
    UUID id, String name, FileType type, long size, String hash, ScanState scan) {

  /** Without the name, which is nobody's business in a log. */
  @Override
  public String toString() {
    return "file " + id;
  }
}
