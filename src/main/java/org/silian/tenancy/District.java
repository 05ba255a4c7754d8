package org.silian.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: one district, one schema. Work is done <em>in</em> a district; whoever asks the
 * database for anything outside one is refused.
 *
 * @param code six digits of GB/T 2260
 * @param name as people call it
 * @param host the host name under which it is reached, where there are several
 */
public record District(String code, String name, @Nullable String host) {

  /** Days, here, are days in Shanghai. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Holds the registry of districts and what they publish; bound like a district. */
  static final District HUB = new District("hub", "hub", null);

  private static final ScopedValue<District> CURRENT = ScopedValue.newInstance();

  /** The district of this request or job. */
  public static District current() {
    return CURRENT.orElseThrow(NoDistrict::new);
  }

  /**
   * Does the work in this district.
   *
   * @throws IllegalStateException if a transaction of another district is open on this thread
   */
  public <T extends @Nullable Object, X extends Throwable> T call(
      ScopedValue.CallableOp<? extends T, X> work) throws X {
    DistrictDataSource.refuseToSwitchInsideTransaction(this);
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** As {@link #call}, for work without a result. */
  public void run(Runnable work) {
    DistrictDataSource.refuseToSwitchInsideTransaction(this);
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** The day of an instant in the district. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The first instant of a day in the district. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  String schema() {
    return equals(HUB) ? "hub" : "d" + code;
  }

  /** Whether this thread works in a district. */
  public static boolean isBound() {
    return CURRENT.isBound();
  }
}
