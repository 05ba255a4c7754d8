package org.silian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;

/** A command that is sent again is done once, on a real database. */
@ModuleTest
class IdempotencyTests {

  private record Order(String what, int howMany) {}

  @Autowired Idempotency idempotency;
  @Autowired TestClock clock;

  private final UUID owner = UUID.randomUUID();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void theSameKeyGivesTheSameResult() {
    var first = order("k", new Order("tea", 1));
    assertThat(order("k", new Order("tea", 1))).isEqualTo(first);
    assertThat(done).hasValue(1);
  }

  @Test
  void whatIsCreatedUnderAGivenIdIsFoundAgain() {
    var first = idempotency.create(owner, "k", "tea", id -> "made " + id, id -> "found " + id);
    var again = idempotency.create(owner, "k", "tea", id -> "made " + id, id -> "found " + id);
    assertThat(again).isEqualTo(first.replace("made", "found")).isNotEqualTo(first);
    assertThatThrownBy(() -> order("k", new Order("tea", 1)))
        .satisfies(refused("idempotency-key-reused"));
  }

  @Test
  void anotherKeyOrAnotherOwnerIsAnotherCommand() {
    var first = order("k", new Order("tea", 1));
    assertThat(order("l", new Order("tea", 1))).isNotEqualTo(first);
    assertThat(idempotency.once(UUID.randomUUID(), "k", new Order("tea", 1), this::make))
        .isNotEqualTo(first);
    assertThat(done).hasValue(3);
  }

  @Test
  void theSameKeyForSomethingElseIsRefused() {
    order("k", new Order("tea", 1));
    assertThatThrownBy(() -> order("k", new Order("tea", 2)))
        .satisfies(refused("idempotency-key-reused"));
    assertThat(done).hasValue(1);
  }

  @Test
  void aKeySentManyTimesAtOnceIsDoneOnce() throws Exception {
    var district = District.current();
    var results = new HashSet<UUID>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          IntStream.range(0, 30)
              .mapToObj(
                  i -> (Callable<UUID>) () -> district.call(() -> order("k", new Order("tea", 1))))
              .toList();
      for (var result : threads.invokeAll(work)) {
        results.add(result.get());
      }
    }
    assertThat(results).hasSize(1);
    assertThat(done).hasValue(1);
  }

  @Test
  void aCommandThatFailedCanBeSentAgain() {
    assertThatThrownBy(
            () ->
                idempotency.once(
                    owner,
                    "k",
                    new Order("tea", 1),
                    () -> {
                      throw Refusal.conflict("wish.already-claimed");
                    }))
        .satisfies(refused("wish.already-claimed"));

    assertThat(order("k", new Order("tea", 1))).isNotNull();
    assertThat(done).hasValue(1);
  }

  @Test
  void aKeyIsBounded() {
    assertThatThrownBy(() -> order(" ", new Order("tea", 1))).satisfies(refused("idempotency-key"));
    assertThatThrownBy(() -> order("k".repeat(81), new Order("tea", 1)))
        .satisfies(refused("idempotency-key"));
    assertThat(order("k".repeat(80), new Order("tea", 1))).isNotNull();
  }

  @Test
  void aKeyIsForgottenAfterAWeek() {
    var first = order("k", new Order("tea", 1));
    clock.advance(Idempotency.KEPT.minusSeconds(1));
    idempotency.forget();
    assertThat(order("k", new Order("tea", 1))).isEqualTo(first);
    clock.advance(Duration.ofSeconds(2));
    assertThat(idempotency.forget()).isPositive();
    assertThat(order("k", new Order("tea", 1))).isNotEqualTo(first);
  }

  private UUID order(String key, Order order) {
    return idempotency.once(owner, key, order, this::make);
  }

  private UUID make() {
    done.incrementAndGet();
    return UUID.randomUUID();
  }

  private static java.util.function.Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
