package org.silian.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.silian.journal.Subject;
import org.silian.problem.Refusal;
import org.springframework.test.util.ReflectionTestUtils;

class TaskAggregateTests {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final UUID COMMUNITY = UUID.randomUUID();
  private static final Place PLACE = new Place(COMMUNITY, "1.2.7.", false);
  private static final Line STREET = new Line(UUID.randomUUID(), "1.2.");

  private final Subject wish = new Subject("wish", UUID.randomUUID());

  @Test
  void urgingIsToldOfTheRecordWithItsWords() {
    var task = ofPosts();
    task.urge(STREET, PLACE, "请本周内办结", NOW);
    assertThat(facts(task))
        .containsExactly(new TaskUrged(task.id(), wish, COMMUNITY, NOW, "请本周内办结"));
  }

  @Test
  void aPersonIsNeverUrged() {
    var task = open(new Owner.OfPerson(UUID.randomUUID()));
    refused("task.not-own-line", () -> task.urge(STREET, null, "快一点", NOW));
    assertThat(facts(task)).isEmpty();
  }

  @Test
  void strangersAreNotUrged() {
    var task = ofPosts();
    refused(
        "task.not-own-line",
        () -> task.urge(new Line(UUID.randomUUID(), "1.3."), PLACE, "快一点", NOW));
  }

  @Test
  void whatIsDoneIsNeitherUrgedNorHandedOver() {
    var task = task(new Owner.OfPosts(COMMUNITY, "wish.verify"), NOW);
    refused("task.closed", () -> task.urge(STREET, PLACE, "快一点", NOW));
    refused("task.closed", () -> task.handOver(UUID.randomUUID(), NOW));
  }

  @Test
  void aPersonsTaskIsNotHandedOver() {
    var task = open(new Owner.OfPerson(UUID.randomUUID()));
    refused("task.personal", () -> task.handOver(UUID.randomUUID(), NOW));
  }

  @Test
  void handingOverTwiceToTheSamePostIsToldOnce() {
    var task = ofPosts();
    var post = UUID.randomUUID();
    task.handOver(post, NOW);
    task.handOver(post, NOW);
    assertThat(task.appointment()).isEqualTo(post);
    assertThat(facts(task))
        .containsExactly(new TaskHandedOver(task.id(), wish, COMMUNITY, post, NOW));
  }

  @Test
  void whatGoesBackBelongsToAllPostsOfTheOrganisation() {
    var task = ofPosts();
    var street = UUID.randomUUID();
    task.handOver(UUID.randomUUID(), NOW);
    task.returnTo(street, NOW);
    assertThat(task.appointment()).isNull();
    assertThat(task.posts()).isEqualTo(new Owner.OfPosts(street, "wish.verify"));
    assertThat(facts(task)).contains(new TaskReturned(task.id(), wish, street, NOW));
  }

  @Test
  void theKindIsACode() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Opening("核实心愿", wish, new Owner.OfPerson(UUID.randomUUID()), null, null));
  }

  private Task ofPosts() {
    return open(new Owner.OfPosts(COMMUNITY, "wish.verify"));
  }

  private Task open(Owner owner) {
    return task(owner, null);
  }

  private Task task(Owner owner, @Nullable Instant closedAt) {
    var posts = owner instanceof Owner.OfPosts ofPosts ? ofPosts : null;
    return new Task(
        UUID.randomUUID(),
        "wish.verify",
        wish.type(),
        wish.id(),
        owner instanceof Owner.OfPerson(var person) ? person : null,
        posts == null ? null : posts.organisation(),
        posts == null ? null : posts.permission(),
        null,
        null,
        null,
        NOW,
        closedAt,
        null,
        null,
        1);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> facts(Task task) {
    return (List<Object>) ReflectionTestUtils.getField(task, "domainEvents");
  }

  private static void refused(String code, Runnable step) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(step::run)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
