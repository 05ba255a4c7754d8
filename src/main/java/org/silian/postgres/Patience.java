package org.silian.postgres;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waiting with an end. An interruption does not cut it short: what waits here, such as a shutdown,
 * must not be left half done; it is kept for the caller.
 */
final class Patience {

  private static final long PAUSE_MILLIS = 10;

  private Patience() {}

  /** Whether the condition came true within the time. It is asked at least once. */
  static boolean until(Duration time, BooleanSupplier condition) {
    boolean interrupted = false;
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      restore(interrupted);
    }
  }

  /** Whether the process ended within the time. */
  static boolean untilEnd(Process process, Duration time) {
    boolean interrupted = false;
    long end = System.nanoTime() + time.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      restore(interrupted);
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
