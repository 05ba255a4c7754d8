package org.silian.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each second whether a server still runs, and starts it again when it does not. It looks
 * rather than waits, because the system tells the end of a process only to its parent.
 */
final class Watch {

  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Path folder;
  private final Server server;
  private final ServerSettings settings;
  private final int port;

  // Held during a restart, so that whoever ends the watch waits for one that has begun.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private boolean begun;
  private boolean over;

  Watch(Path folder, Server server, ServerSettings settings, int port) {
    this.folder = folder;
    this.server = server;
    this.settings = settings;
    this.port = port;
  }

  /** Begins to look. A second call does nothing. */
  void begin() {
    lock.lock();
    try {
      if (!begun && !over) {
        begun = true;
        Thread.ofVirtual().name("postgres-watch").start(this::look);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends it; afterwards nothing is started any more. */
  void end() {
    lock.lock();
    try {
      over = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    lock.lock();
    try {
      Duration pause = PAUSE;
      while (!overAfter(pause)) {
        pause = seeToIt() ? PAUSE : longer(pause);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits; whoever ends the watch gets the lock meanwhile. */
  private boolean overAfter(Duration pause) {
    long left = pause.toNanos();
    try {
      while (!over && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    return over;
  }

  /** Whether the server runs, now if not before. */
  private boolean seeToIt() {
    try {
      if (!server.runs()) {
        long begin = System.nanoTime();
        server.startAgain(settings, port);
        log.warn(
            "The PostgreSQL in {} had ended and was started again ({} ms)",
            folder,
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
      }
      return true;
    } catch (IOException | PostgresUnavailable e) {
      log.error(
          "The PostgreSQL in {} has ended and could not be started: {}", folder, e.toString());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
