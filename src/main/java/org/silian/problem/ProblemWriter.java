package org.silian.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as a problem where Spring MVC does not reach: in filters. */
@Component
public class ProblemWriter {

  private final Problems problems;
  private final JsonMapper json;
  private final LocaleResolver locales;

  ProblemWriter(Problems problems, JsonMapper json, LocaleResolver locales) {
    this.problems = problems;
    this.json = json;
    this.locales = locales;
  }

  /** Answers the request with the refusal, in the language it asks for. */
  public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LocaleContextHolder.setLocale(locales.resolveLocale(request));
    try {
      var problem = problems.of(refusal);
      response.setStatus(problem.status());
      var retryAfter = refusal.retryAfterSeconds();
      if (retryAfter != null) {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
      }
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(response.getOutputStream(), problem);
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }
}
