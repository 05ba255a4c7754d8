package org.silian.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silian.language.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes problems, for the advice and for what stands outside MVC such as security filters. */
@Component
public class Problems {

  private final Texts texts;

  Problems(Texts texts) {
    this.texts = texts;
  }

  /** The problem that tells a refusal. */
  public Problem of(Refusal refusal) {
    var status = status(refusal.kind());
    var field = refusal.field();
    var sentence = sentence(refusal.code(), status, refusal.values());
    return problem(
        refusal.code(),
        status,
        sentence,
        field == null
            ? List.of()
            : List.of(new Problem.FieldError(field, refusal.code(), sentence)));
  }

  Problem of(HttpStatus status, String code, List<Problem.FieldError> errors) {
    return problem(code, status, sentence(code, status, Map.of()), errors);
  }

  private Problem problem(
      String code, HttpStatus status, String sentence, List<Problem.FieldError> errors) {
    var detail = "problem." + code + ".detail";
    return new Problem(
        "urn:problem:" + code,
        sentence,
        status.value(),
        texts.has(detail) ? texts.text(detail) : null,
        errors);
  }

  private String sentence(String code, HttpStatus status, Map<String, Object> values) {
    var key = "problem." + code;
    return texts.has(key)
        ? texts.text(key, values)
        : texts.text("problem.status." + status.value());
  }

  /** The text for one field at fault; {@code code} as in {@link Problem.FieldError}. */
  Problem.FieldError fieldError(String field, String code, @Nullable String fallback) {
    var key = "problem.field." + code;
    return new Problem.FieldError(
        field, code, texts.has(key) ? texts.text(key) : fallback == null ? code : fallback);
  }

  private static HttpStatus status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.BAD_REQUEST;
      case SIGNED_OUT -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case STALE -> HttpStatus.PRECONDITION_FAILED;
      case RULE_BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case GONE -> HttpStatus.GONE;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
