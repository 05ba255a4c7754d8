package org.silian.wish;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silian.notice.Notices;
import org.silian.task.Opening;
import org.silian.task.Owner;
import org.silian.task.Tasks;
import org.silian.tenancy.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who owes the next step after each thing that happens to a wish, and who is told of it. */
@Component
class WishFollowUps {

  private final Tasks tasks;
  private final Notices notices;
  private final Wishes wishes;
  private final WishRules rules;

  WishFollowUps(Tasks tasks, Notices notices, Wishes wishes, WishRules rules) {
    this.tasks = tasks;
    this.notices = notices;
    this.wishes = wishes;
    this.rules = rules;
  }

  @EventListener
  void on(WishFact fact) {
    switch (fact) {
      case WishFact.WishCollected f ->
          open(f, posts(f, WishPermission.VERIFY), "verify", rules.staffWithin());
      case WishFact.WishVerified f -> next(f, posts(f, WishPermission.PUBLISH), "publish");
      case WishFact.WishClaimed f -> {
        next(f, posts(f, WishPermission.APPROVE), "approve");
        tellWisher(f, "wish.claimed");
      }
      case WishFact.WishClaimApproved f -> {
        next(f, new Owner.OfPerson(f.claimer()), "contact", rules.contactWithin());
        tell(f.claimer(), f, "wish.claim-approved");
      }
      case WishFact.WishContacted f ->
          next(f, new Owner.OfPerson(f.claimer()), "fulfil", rules.fulfilWithin());
      case WishFact.WishFulfilmentDenied f -> {
        next(f, new Owner.OfPerson(f.claimer()), "fulfil", rules.fulfilWithin());
        tell(f.claimer(), f, "wish.denied");
      }
      case WishFact.WishFulfilled f -> askForConfirmation(f);
      case WishFact.WishConfirmationReversed f -> askForConfirmation(f);
      case WishFact.WishPublished f -> {
        nothingMore(f);
        tellWisher(f, "wish.published");
      }
      case WishFact.WishRejected f -> {
        nothingMore(f);
        tellWisher(f, "wish.rejected");
      }
      case WishFact.WishClaimDeclined f -> {
        nothingMore(f);
        tell(f.claimer(), f, "wish.claim-declined");
      }
      case WishFact.WishClaimReleased f -> {
        nothingMore(f);
        tell(f.claimer(), f, "wish.claim-released");
      }
      case WishFact.WishConfirmed f -> {
        nothingMore(f);
        tellClaimer(f, "wish.confirmed");
      }
      case WishFact.WishWithdrawn f -> {
        nothingMore(f);
        tellClaimer(f, "wish.withdrawn");
      }
      case WishFact.WishRolledOver _, WishFact.WishRated _, WishFact.WishClosed _ -> {}
      case WishFact.WishContactErased _ -> {}
    }
  }

  private void askForConfirmation(WishFact fact) {
    var wisher = wish(fact).wisherId();
    if (wisher == null) {
      next(fact, posts(fact, WishPermission.CONFIRM), "confirm-by-phone");
    } else {
      next(fact, new Owner.OfPerson(wisher), "confirm", rules.ratedWithin());
    }
  }

  private static Owner posts(WishFact fact, WishPermission permission) {
    return new Owner.OfPosts(fact.organisation(), permission.id());
  }

  private void next(WishFact fact, Owner owner, String step) {
    next(fact, owner, step, rules.staffWithin());
  }

  private void next(WishFact fact, Owner owner, String step, Period within) {
    tasks.closeAll(fact.subject());
    open(fact, owner, step, within);
  }

  private void open(WishFact fact, Owner owner, String step, Period within) {
    LocalDate due = District.day(fact.occurredAt()).plus(within);
    tasks.open(new Opening("wish." + step, fact.subject(), owner, due, fact.organisation()));
  }

  private void nothingMore(WishFact fact) {
    tasks.closeAll(fact.subject());
  }

  private void tellWisher(WishFact fact, String code) {
    var wisher = wish(fact).wisherId();
    if (wisher != null) {
      tell(wisher, fact, code);
    }
  }

  private void tellClaimer(WishFact fact, String code) {
    var claim = wish(fact).claim();
    if (claim != null) {
      tell(claim.claimerId(), fact, code);
    }
  }

  private void tell(UUID person, WishFact fact, String code) {
    notices.tell(List.of(person), code, fact.subject(), Map.of());
  }

  private Wish wish(WishFact fact) {
    return wishes.findById(fact.wish()).orElseThrow();
  }
}
