package org.silian.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.silian.problem.Refusal;

/**
 * Who acts, and in which post. What is done is done by an actor; the journal keeps him with each
 * entry.
 *
 * @param person who; absent where the system itself acts, as a daily job does
 * @param appointment the post in use; absent for a resident, student or volunteer
 * @param role of the post, or the standing of a person without one; absent for the system
 * @param organisation of the post, or the community a person without one has chosen
 * @param reach the path of the subtree whose records the post works with; absent where only one's
 *     own records and what is published are within reach
 */
public record Actor(
    @Nullable UUID person,
    @Nullable UUID appointment,
    @Nullable Role role,
    @Nullable UUID organisation,
    @Nullable String reach) {

  /** Silian itself, in jobs. */
  public static final Actor SYSTEM = new Actor(null, null, null, null, null);

  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  /**
   * The actor of this request or job.
   *
   * @throws Refusal {@code signed-out} where nobody is
   */
  public static Actor current() {
    return CURRENT.orElseThrow(() -> Refusal.signedOut("signed-out"));
  }

  /** Whether anybody acts on this thread. */
  public static boolean isPresent() {
    return CURRENT.isBound();
  }

  /** Does the work as this actor. */
  public <T extends @Nullable Object, X extends Throwable> T call(
      ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** As {@link #call}, for work without a result. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** The person; refused where the system acts. */
  public UUID personOrRefuse() {
    if (person == null) {
      throw Refusal.signedOut("signed-out");
    }
    return person;
  }

  /** Whether an organisation with this path lies within reach. */
  public boolean reaches(String path) {
    return reach != null && path.startsWith(reach);
  }
}
