package org.silian.api;

import org.silian.problem.Refusal;

/**
 * The version of a record that a change was made for: the {@code If-Match} header of a request, the
 * {@code ETag} of an answer.
 */
public record Revision(long version) {

  /** Reads {@code "7"}, {@code W/"7"} or {@code 7}. */
  public static Revision parse(String header) {
    try {
      return new Revision(Long.parseLong(header.replaceFirst("^W/", "").replace("\"", "").strip()));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("if-match", "If-Match");
    }
  }

  /** Refuses as stale unless the record still is at this version. */
  public void expect(long current) {
    if (current != version) {
      throw Refusal.stale();
    }
  }
}
