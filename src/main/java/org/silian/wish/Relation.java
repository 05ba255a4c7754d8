package org.silian.wish;

import java.util.EnumSet;
import java.util.Set;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;
import org.silian.permission.Role;

/**
 * What an actor is to a wish, which decides what she sees of it and what she may do with it.
 *
 * @param wisher whether it is her own
 * @param claimer whether she has claimed it
 * @param inReach whether it belongs to a community within the reach of her post
 */
record Relation(Role role, boolean wisher, boolean claimer, boolean inReach) {

  static Relation of(Actor actor, boolean wisher, boolean claimer, String path) {
    var role = actor.role() == null ? Role.RESIDENT : actor.role();
    return new Relation(role, wisher, claimer, actor.reaches(path));
  }

  /** Whether the actor may open the record at all. */
  boolean maySee(Permissions permissions) {
    return wisher || claimer || (inReach && permissions.allows(role, WishPermission.VIEW.id()));
  }

  /** Whether she may see who wishes and how to reach her. */
  boolean maySeeContact(WishState state, Permissions permissions) {
    return wisher
        || (claimer && WishState.CONTACT_RELEASED.contains(state))
        || (inReach && permissions.allows(role, WishPermission.CONTACT.id()));
  }

  boolean may(WishStep step, Permissions permissions) {
    if (step == WishStep.CLAIM) {
      return !wisher && permissions.allows(role, step.permission().id());
    }
    return (wisher && step.isOfWisher())
        || (claimer && step.isOfClaimer())
        || (inReach && permissions.allows(role, step.permission().id()));
  }

  /** The steps this actor may take now. */
  Set<WishStep> steps(WishState state, Permissions permissions) {
    var steps = EnumSet.noneOf(WishStep.class);
    state.steps().stream().filter(step -> may(step, permissions)).forEach(steps::add);
    return steps;
  }
}
