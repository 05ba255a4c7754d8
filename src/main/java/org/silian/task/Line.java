package org.silian.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;

/**
 * The line of command that starts at a post.
 *
 * @param reach the path of the subtree that the post works with; absent for who has none
 */
record Line(@Nullable UUID organisation, @Nullable String reach) {

  static Line of(Actor actor) {
    return new Line(actor.organisation(), actor.appointment() == null ? null : actor.reach());
  }

  /** Whether the place lies strictly further down. */
  boolean leadsTo(Place place) {
    return reach != null
        && place.path().startsWith(reach)
        && place.path().length() > reach.length()
        && !place.organisation().equals(organisation)
        && !place.partner();
  }
}
