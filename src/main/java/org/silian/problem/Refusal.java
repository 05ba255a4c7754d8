package org.silian.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which domain code says no. The code is stable and public ({@code
 * urn:problem:<code>}); its sentence for people stands in the message files under {@code
 * problem.<code>}.
 */
public final class Refusal extends RuntimeException {

  /** Why something is refused; the web layer alone knows the HTTP status of each. */
  public enum Kind {
    INVALID,
    SIGNED_OUT,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    STALE,
    RULE_BROKEN,
    TOO_LARGE,
    GONE,
    TOO_MANY,
    AWAY
  }

  private final Kind kind;
  private final String code;
  private final @Nullable String field;
  private final Map<String, Object> values;
  private final @Nullable Duration retryAfter;

  private Refusal(Kind kind, String code, @Nullable String field, Map<String, Object> values) {
    this(kind, code, field, values, null);
  }

  private Refusal(
      Kind kind,
      String code,
      @Nullable String field,
      Map<String, Object> values,
      @Nullable Duration retryAfter) {
    super(code, null, false, false);
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.values = values;
    this.retryAfter = retryAfter;
  }

  /** The input itself is wrong, in the named field. */
  public static Refusal invalid(String code, String field) {
    return new Refusal(Kind.INVALID, code, field, Map.of());
  }

  /** Nobody is signed in, or the proof of identity failed. */
  public static Refusal signedOut(String code) {
    return new Refusal(Kind.SIGNED_OUT, code, null, Map.of());
  }

  /** The post in use may not do this, now or ever. */
  public static Refusal forbidden(String code) {
    return new Refusal(Kind.FORBIDDEN, code, null, Map.of());
  }

  /** Nothing of that name, or nothing within reach: the two are not told apart. */
  public static Refusal notFound(String code) {
    return new Refusal(Kind.NOT_FOUND, code, null, Map.of());
  }

  /** Somebody was first, or it is already so. */
  public static Refusal conflict(String code) {
    return new Refusal(Kind.CONFLICT, code, null, Map.of());
  }

  /** The record has changed since it was read. */
  public static Refusal stale() {
    return new Refusal(Kind.STALE, "stale", null, Map.of());
  }

  /** A rule of the domain or of the law forbids it. */
  public static Refusal ruleBroken(String code) {
    return new Refusal(Kind.RULE_BROKEN, code, null, Map.of());
  }

  /** More than is taken. */
  public static Refusal tooLarge(String code) {
    return new Refusal(Kind.TOO_LARGE, code, null, Map.of());
  }

  /** It was there, and is no more. */
  public static Refusal gone(String code) {
    return new Refusal(Kind.GONE, code, null, Map.of());
  }

  /** Too often, too fast. */
  public static Refusal tooMany(String code) {
    return new Refusal(Kind.TOO_MANY, code, null, Map.of());
  }

  /** Too often, too fast; it may be tried again after this time. */
  public static Refusal tooMany(String code, Duration retryAfter) {
    return new Refusal(Kind.TOO_MANY, code, null, Map.of(), retryAfter);
  }

  /** What it takes is not there at the moment; it may be tried again after this time. */
  public static Refusal away(String code, Duration retryAfter) {
    return new Refusal(Kind.AWAY, code, null, Map.of(), retryAfter);
  }

  /** The same refusal, laid at the door of one field of the form. */
  public Refusal at(String field) {
    return new Refusal(kind, code, field, values, retryAfter);
  }

  /** The same refusal with a value for {@code {name}} in its sentence. */
  public Refusal with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Refusal(kind, code, field, more, retryAfter);
  }

  /** Why, in the coarse. */
  public Kind kind() {
    return kind;
  }

  /** The stable code, for instance {@code wish.already-claimed}. */
  public String code() {
    return code;
  }

  /** The field of the form at fault, where there is one. */
  public @Nullable String field() {
    return field;
  }

  /** After what time it may be tried again, where that is known. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The same in whole seconds, as the header {@code Retry-After} has it. */
  @Nullable String retryAfterSeconds() {
    return retryAfter == null ? null : String.valueOf(Math.max(1, retryAfter.toSeconds()));
  }

  Map<String, Object> values() {
    return values;
  }
}
