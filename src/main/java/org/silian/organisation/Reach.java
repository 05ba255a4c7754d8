package org.silian.organisation;

import org.silian.journal.Actor;
import org.silian.problem.Refusal;

/** How far the post in use sees. */
final class Reach {

  private Reach() {}

  /**
   * The path of the actor's subtree.
   *
   * @throws Refusal {@code forbidden} where the actor has none
   */
  static String of(Actor actor) {
    var reach = actor.reach();
    if (reach == null) {
      throw Refusal.forbidden("forbidden");
    }
    return reach;
  }
}
