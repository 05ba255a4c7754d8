package org.silian.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the database cannot be reached: stopped, killed, or still at its recovery. It is nobody's
 * mistake and passes, so a request is told to come again.
 */
public final class DatabaseAway {

  private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /** Shut down by an administrator, shut down after a crash, starting. */
  private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03");

  private DatabaseAway() {}

  /** What a request is answered meanwhile. */
  public static Refusal refusal() {
    return Refusal.away("database-away", RETRY_AFTER);
  }

  /** Whether a failure comes from there. */
  public static boolean isWhy(Throwable failure) {
    var why =
        Stream.<@Nullable Throwable>iterate(
                failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
            .filter(cause -> cause instanceof SQLException refused && tellsIt(refused))
            .findFirst();
    // One line a request would bury the one that says what happened.
    why.ifPresent(cause -> log.debug("The database is away: {}", cause.toString()));
    return why.isPresent();
  }

  private static boolean tellsIt(SQLException refused) {
    var state = refused.getSQLState();
    if (state == null) {
      // The pool closes a broken connection under those who use it, and says so without a code.
      return refused instanceof SQLTransientConnectionException
          || "Connection is closed".equals(refused.getMessage());
    }
    return refused instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || GOING_OR_COMING.contains(state);
  }
}
