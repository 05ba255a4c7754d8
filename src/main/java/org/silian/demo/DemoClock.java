package org.silian.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The system's clock, except for what is told of the past: there it shows the time told of. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

  private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

  private final Clock real;

  DemoClock(@Qualifier("clock") Clock real) {
    this.real = real;
  }

  <T extends @Nullable Object> T at(
      Instant then, ScopedValue.CallableOp<T, RuntimeException> deed) {
    return ScopedValue.where(TOLD, then).call(deed);
  }

  @Override
  public Instant instant() {
    return TOLD.isBound() ? TOLD.get() : real.instant();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return real.withZone(zone);
  }
}
