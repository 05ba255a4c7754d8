package org.silian.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** The one place where what went wrong becomes a problem detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private static final String MALFORMED = "malformed";

  /** How the JSON reader begins when a value is absent or null; elsewhere it may quote anything. */
  private static final Pattern ABSENT =
      Pattern.compile("^(Missing |Null value for |Cannot map `null` |Invalid `null` )");

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(Refusal refusal) {
    var problem = problems.of(refusal);
    var answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    var retryAfter = refusal.retryAfterSeconds();
    if (retryAfter != null) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return answer.body(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(OptimisticLockingFailureException stale) {
    return answer(problems.of(Refusal.stale()));
  }

  /** A constraint's name is the problem's code; Citus adds a numeric suffix, which is cut. */
  @ExceptionHandler
  ResponseEntity<Object> handle(DataIntegrityViolationException violation) {
    if (violation.getMostSpecificCause() instanceof PSQLException cause
        && cause.getServerErrorMessage() != null
        && cause.getServerErrorMessage().getConstraint() != null) {
      var constraint = cause.getServerErrorMessage().getConstraint().replaceFirst("_\\d+$", "");
      return answer(problems.of(HttpStatus.CONFLICT, constraint, List.of()));
    }
    return unexpected(violation);
  }

  @ExceptionHandler
  ResponseEntity<Object> handle(Exception unexpected) throws Exception {
    if (unexpected instanceof AccessDeniedException
        || unexpected instanceof AuthenticationException) {
      throw unexpected;
    }
    return DatabaseAway.isWhy(unexpected) ? handle(DatabaseAway.refusal()) : unexpected(unexpected);
  }

  /** The log has the trace under a number, the person the number: nothing inner is shown. */
  private ResponseEntity<Object> unexpected(Exception unexpected) {
    var incident = UUID.randomUUID().toString().substring(0, 8);
    log.error("Incident {}", incident, unexpected);
    var problem = problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", List.of());
    return answer(
        new Problem(problem.type(), problem.title(), problem.status(), incident, List.of()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(e -> problems.fieldError(e.getField(), kebab(e.getCode()), e.getDefaultMessage()))
            .toList();
    return answer(problems.of(HttpStatus.BAD_REQUEST, "invalid", errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        invalid.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            e ->
                                problems.fieldError(
                                    Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), ""),
                                    kebab(e.getCodes() == null ? null : last(e.getCodes())),
                                    e.getDefaultMessage())))
            .toList();
    return answer(problems.of(HttpStatus.BAD_REQUEST, "invalid", errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (unreadable.getCause() instanceof DatabindException cause && !cause.getPath().isEmpty()) {
      var field =
          cause.getPath().stream()
              .map(
                  r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
              .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
              .orElse("");
      return invalid(
          field, ABSENT.matcher(cause.getOriginalMessage()).find() ? "missing" : MALFORMED);
    }
    return answer(problems.of(HttpStatus.BAD_REQUEST, "unreadable", List.of()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (missing instanceof MissingRequestHeaderException header) {
      return HttpHeaders.IF_MATCH.equals(header.getHeaderName())
          ? answer(problems.of(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing", List.of()))
          : invalid(header.getHeaderName(), "missing");
    }
    return answer(problems.of(HttpStatus.BAD_REQUEST, "invalid", List.of()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return invalid(missing.getParameterName(), "missing");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return invalid(Objects.requireNonNullElse(mismatch.getPropertyName(), ""), MALFORMED);
  }

  private ResponseEntity<Object> invalid(String field, String code) {
    return answer(
        problems.of(
            HttpStatus.BAD_REQUEST, "invalid", List.of(problems.fieldError(field, code, null))));
  }

  /** All that Spring MVC itself refuses: unknown paths, methods, media types. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var known = HttpStatus.valueOf(status.value());
    var code = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return answer(problems.of(known, code, List.of()));
  }

  private static ResponseEntity<Object> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String kebab(@Nullable String code) {
    return code == null
        ? "invalid"
        : code.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String last(String[] codes) {
    return codes[codes.length - 1];
  }
}
