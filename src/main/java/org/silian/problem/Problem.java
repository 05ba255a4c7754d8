package org.silian.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail (RFC 9457) as Silian sends it. Clients switch on {@code type}, never on text.
 *
 * @param type {@code urn:problem:<code>}
 * @param title what happened, in the person's language
 * @param status the HTTP status
 * @param detail what to do about it, in the person's language
 * @param errors the fields at fault; empty where none is
 */
public record Problem(
    String type, String title, int status, @Nullable String detail, List<FieldError> errors) {

  /**
   * One field at fault.
   *
   * @param field path of the field in the request body
   * @param code stable reason, for instance {@code not-blank}
   * @param message the reason in the person's language
   */
  public record FieldError(String field, String code, String message) {}
}
