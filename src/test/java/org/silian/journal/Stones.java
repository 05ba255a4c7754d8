package org.silian.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts about nothing in particular, told in transactions of their own. */
@Component
public class Stones implements SubjectType {

  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Stones(ApplicationEventPublisher events, TransactionTemplate transaction) {
    this.events = events;
    this.transaction = transaction;
  }

  public enum Colour {
    RED,
    GREY
  }

  /** Counts its weight in T1 and T4, itself in T2. */
  public record StoneLaid(
      UUID stone,
      UUID organisation,
      Instant occurredAt,
      Colour colour,
      int weight,
      @Nullable String words)
      implements Fact {

    public StoneLaid(UUID organisation, Instant occurredAt, int weight) {
      this(UUID.randomUUID(), organisation, occurredAt, Colour.RED, weight, null);
    }

    @Override
    public Subject subject() {
      return new Subject("stone", stone);
    }

    @Override
    public List<Measure> measures() {
      return List.of(
          new Measure("T1", weight), new Measure("T2", 1), new Measure("T4", 3L * weight));
    }
  }

  public record StoneTakenUp(
      UUID stone, UUID organisation, Instant occurredAt, @Nullable String words)
      implements Reversal {

    @Override
    public Subject subject() {
      return new Subject("stone", stone);
    }

    @Override
    public Class<? extends Fact> reverses() {
      return StoneLaid.class;
    }
  }

  /** Tells the facts in one transaction. */
  public void tell(Fact... facts) {
    transaction.executeWithoutResult(
        status -> {
          for (var fact : facts) {
            events.publishEvent(fact);
          }
        });
  }

  @Override
  public String name() {
    return "stone";
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    return actor.person() == null
        ? Map.of()
        : ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> new Title("S", "石头")));
  }
}
