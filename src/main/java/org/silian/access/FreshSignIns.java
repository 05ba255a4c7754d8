package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.silian.organisation.PersonAppointed;
import org.silian.problem.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * For what must not be done with a session that somebody left open: refuses unless the person has
 * proved within five minutes that it is she. Endpoints say so with {@link
 * org.silian.permission.FreshSignIn}; where it depends on what is asked, code calls this.
 */
@Component
public class FreshSignIns {

  private final Clock clock;
  private final SecuritySettings settings;

  FreshSignIns(Clock clock, SecuritySettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Refuses in a request whose session is not fresh; a job of the system passes.
   *
   * @throws Refusal {@code fresh-sign-in}
   */
  public void refuseUnlessFresh() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
      refuseUnlessFresh(request.getRequest());
    }
  }

  void refuseUnlessFresh(HttpServletRequest request) {
    boolean stale =
        ActiveSession.find(request)
            .filter(session -> !session.proofs().areFresh(clock.instant()))
            .isPresent();
    if (stale) {
      throw Refusal.forbidden("fresh-sign-in");
    }
  }

  /** Whichever door an appointment to a sensitive post comes through, it is given freshly. */
  @EventListener
  void on(PersonAppointed fact) {
    if (settings.isSensitive(fact.role())) {
      refuseUnlessFresh();
    }
  }
}
