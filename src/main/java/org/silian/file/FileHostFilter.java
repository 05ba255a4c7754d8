package org.silian.file;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** At the host of files there are files and nothing else: neither pages nor their scripts. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class FileHostFilter extends OncePerRequestFilter {

  private final FileOrigin origin;

  FileHostFilter(FileOrigin origin) {
    this.origin = origin;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !origin.isHostOfFiles(request.getServerName())
        || request.getRequestURI().startsWith(FileOrigin.OPENED);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
  }
}
