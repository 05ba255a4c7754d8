package org.silian.territory;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The grids of the district, in four layers. */
@Component
public class Grids {

  /** Draws a grid in a community or village; its number inside the community is the next one. */
  public UUID draw(GridLayer layer, String name, UUID organisation, LocalDate on) {
    throw new UnsupportedOperationException(layer + name + organisation + on);
  }
}
