package org.silian.alliance;

import java.time.Period;
import java.util.UUID;
import org.silian.alliance.AllianceFact.BodyRuled;
import org.silian.alliance.AllianceFact.SeatAbolished;
import org.silian.alliance.AllianceFact.SeatCreated;
import org.silian.alliance.AllianceFact.SeatLeftVacant;
import org.silian.alliance.AllianceFact.SeatTaken;
import org.silian.alliance.AllianceFact.SeatVacated;
import org.silian.alliance.AllianceFact.SuccessionAsked;
import org.silian.journal.Subject;
import org.silian.task.Opening;
import org.silian.task.Owner;
import org.silian.task.Tasks;
import org.silian.tenancy.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the question who takes a seat on the list of the body's secretariat. */
@Component
class SeatTasks {

  private static final Period WITHIN = Period.ofDays(14);

  private final Tasks tasks;
  private final Bodies bodies;

  SeatTasks(Tasks tasks, Bodies bodies) {
    this.tasks = tasks;
    this.bodies = bodies;
  }

  @EventListener
  void on(AllianceFact fact) {
    switch (fact) {
      case SuccessionAsked asked -> ask(asked);
      case SeatTaken taken -> tasks.closeAll(seat(taken.seat()));
      case SeatLeftVacant left -> tasks.closeAll(seat(left.seat()));
      case SeatAbolished abolished -> tasks.closeAll(seat(abolished.seat()));
      case BodyRuled _, SeatCreated _, SeatVacated _ -> {}
    }
  }

  private void ask(SuccessionAsked asked) {
    var body = bodies.findById(asked.organisation()).orElseThrow();
    tasks.open(
        new Opening(
            "body.seat",
            seat(asked.seat()),
            new Owner.OfPosts(body.secretariatId(), AlliancePermission.SEAT.id()),
            District.day(asked.occurredAt()).plus(WITHIN),
            null));
  }

  private static Subject seat(UUID id) {
    return new Subject(SeatSubject.NAME, id);
  }
}
