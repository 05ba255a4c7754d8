package org.silian.territory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Knows where a grid may lie and who works in it. Implemented by the module that owns
 * organisations, which stands above this one.
 */
public interface GridHomes {

  /**
   * A community or village.
   *
   * @param division its 12 digits, where it has them
   */
  record Home(UUID community, @Nullable String division) {}

  /** The community or village in which an organisation stands, or itself; absent in none. */
  Optional<Home> home(UUID organisation);

  /** How many posts are held in a grid on a day. */
  int posts(UUID grid, LocalDate on);
}
