package org.silian.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silian.problem.DatabaseAway;
import org.silian.problem.ProblemWriter;
import org.silian.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds each request for data to its district, before anything else looks at it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DistrictFilter extends OncePerRequestFilter {

  private final Districts districts;
  private final ProblemWriter problems;

  DistrictFilter(Districts districts, ProblemWriter problems) {
    this.districts = districts;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().equals("/api/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var district = districts.at(request.getServerName());
    if (district.isEmpty()) {
      problems.write(Refusal.notFound("district.unknown"), request, response);
      return;
    }
    try {
      district.get().call(() -> pass(request, response, chain));
    } catch (RuntimeException e) {
      tellOrThrow(e, request, response);
    } catch (ServletException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** What failed before an endpoint was reached, as the look for the session does. */
  private void tellOrThrow(
      RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!DatabaseAway.isWhy(failure) || response.isCommitted()) {
      throw failure;
    }
    response.resetBuffer();
    problems.write(DatabaseAway.refusal(), request, response);
  }

  private static Void pass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws Exception {
    chain.doFilter(request, response);
    return null;
  }
}
