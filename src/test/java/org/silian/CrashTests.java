package org.silian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silian.Browser.Answer;
import org.silian.journal.JournalSeals;
import org.silian.tenancy.District;

/**
 * A kill in the middle of 500 concurrent commands: what was acknowledged is there, what is sent
 * again is there once, and the figures are what the journal says.
 */
class CrashTests {

  private static final int WISHES = 500;

  /** Made before the storm, to be verified in it. */
  private static final int EARLY = 30;

  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 150;
  private static final int AT_ONCE_WHEN_SENT_AGAIN = 12;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private static final String PASSWORD = "copper-window-seven";

  /** Ids of wishes by the key of the command that made them. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Map<String, Answer> verifications = new ConcurrentHashMap<>();

  @Test
  void whatWasAcknowledgedSurvivesAKillOfTheProgram() throws Exception {
    try (var silian = RunningSilian.onEmptyFolder("crash-program")) {
      var worker = worker(silian);

      var answers = storm(worker, silian::kill);

      assertThat(answers).extracting(Answer::status).contains(0).doesNotContain(500);
      try (var again = RunningSilian.on(silian.data())) {
        worker.moveTo(again.address());
        assertNothingLostAndNothingTwice(worker, again);
      }
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesAKillOfPostgresAndTheProgramRecoversByItself() throws Exception {
    try (var silian = RunningSilian.onEmptyFolder("crash-postgres")) {
      var worker = worker(silian);
      var killed = silian.postmaster();

      var answers = storm(worker, killed::destroyForcibly);

      assertThat(answers).extracting(Answer::status).containsOnly(200, 201, 503);
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 503)
          .allSatisfy(
              away -> {
                assertThat(away.text("type")).isEqualTo("urn:problem:database-away");
                assertThat(away.retryAfter()).isEqualTo("5");
              });
      await()
          .atMost(LONG_ENOUGH)
          .until(() -> worker.get("/api/session"), answer -> answer.status() == 200);
      assertThat(silian.postmaster().pid()).isNotEqualTo(killed.pid());
      assertNothingLostAndNothingTwice(worker, silian);
      assertThat(silian.said()).containsOnlyOnce("was started again");
    }
  }

  // ---- The people
  // --------------------------------------------------------------------------------

  /** A worker of a community, let in by the first administrator. */
  private static Browser worker(RunningSilian silian) throws Exception {
    var administrator = new Browser(silian.address());
    var setUp =
        administrator.post(
            "/api/setup",
            "Accept",
            "application/json",
            Map.of(
                "token",
                silian.setupToken(),
                "name",
                "韦一",
                "phone",
                "13877100001",
                "password",
                PASSWORD));
    assertThat(setUp.status()).as("%s", setUp).isEqualTo(201);
    var community = administrator.get("/api/communities").body().get(0).path("id").asString();
    var invitation =
        administrator.post(
            "/api/invitations",
            "Idempotency-Key",
            "worker",
            Map.of(
                "name",
                "黄二",
                "phone",
                "13877100002",
                "role",
                "COMMUNITY_WORKER",
                "organisation",
                community,
                "from",
                LocalDate.now(District.ZONE).toString()));
    assertThat(invitation.status()).as("%s", invitation).isEqualTo(201);
    var token = invitation.text("link").replaceFirst(".*/", "");
    var worker = new Browser(silian.address());
    var accepted =
        worker.post(
            "/api/invitations/" + token + "/acceptance",
            "Accept",
            "application/json",
            Map.of("password", PASSWORD));
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(201);
    return worker;
  }

  // ---- The commands
  // ------------------------------------------------------------------------------

  /**
   * 500 commands at once, most of them wishes and some verifications; the kill comes when so many
   * are acknowledged. Returns all answers, those that never came included.
   */
  private List<Answer> storm(Browser worker, Runnable kill) throws Exception {
    var early = together(keys(0, EARLY).map(key -> makes(worker, key)));
    assertThat(early).extracting(Answer::status).containsOnly(201);
    var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
    var commands =
        Stream.concat(
            early.stream().map(wish -> verifies(worker, wish.text("id"), "0")),
            keys(EARLY, WISHES).map(key -> makes(worker, key)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var killed = new AtomicBoolean();
      var answers =
          commands
              .map(c -> threads.submit(counting(() -> untilServed(c, killed::get), enough)))
              .toList();
      var inTheMiddle = enough.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
      killed.set(true);
      kill.run();
      assertThat(inTheMiddle).as("%d acknowledged in time", acknowledged.size()).isTrue();
      var got = results(answers);
      assertThat(acknowledged).as("killed in the middle").hasSizeLessThan(WISHES);
      return got;
    }
  }

  private static Callable<Answer> counting(Callable<Answer> command, CountDownLatch enough) {
    return () -> {
      var answer = command.call();
      if (answer.status() == 200 || answer.status() == 201) {
        enough.countDown();
      }
      return answer;
    };
  }

  private static Stream<String> keys(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "wish-" + i);
  }

  private Callable<Answer> makes(Browser worker, String key) {
    return () -> {
      var answer =
          worker.post(
              "/api/wishes",
              "Idempotency-Key",
              key,
              Map.of(
                  "kind",
                  "REPAIR",
                  "words",
                  "阳台的灯坏了，想请人修一修：" + key,
                  "child",
                  false,
                  "guardianConsent",
                  false,
                  "consent",
                  Map.of("noticeVersion", "1", "how", "ORAL"),
                  "wisher",
                  Map.of("name", "陆三")));
      if (answer.status() == 201) {
        var before = acknowledged.put(key, answer.text("id"));
        assertThat(before).as("what %s made before", key).isIn(null, answer.text("id"));
      }
      return answer;
    };
  }

  private Callable<Answer> verifies(Browser worker, String wish, String version) {
    return () -> {
      var answer =
          worker.post(
              "/api/wishes/" + wish + "/verification",
              "If-Match",
              "\"" + version + "\"",
              Map.of("real", true, "feasible", true, "withinCap", true, "notOwed", true));
      verifications.put(wish, answer);
      return answer;
    };
  }

  private static List<Answer> together(Stream<Callable<Answer>> commands) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE_WHEN_SENT_AGAIN)) {
      return results(
          commands
              .map(command -> threads.submit(() -> untilServed(command, () -> false)))
              .toList());
    }
  }

  /** Sends a command again, as it is told to, while a busy machine lets it wait for too long. */
  private static Answer untilServed(Callable<Answer> command, BooleanSupplier over)
      throws Exception {
    var end = System.nanoTime() + LONG_ENOUGH.toNanos();
    var answer = command.call();
    while (answer.status() == 503 && !over.getAsBoolean() && System.nanoTime() < end) {
      answer = command.call();
    }
    return answer;
  }

  private static List<Answer> results(List<Future<Answer>> futures) throws Exception {
    var results = new ArrayList<Answer>();
    for (var future : futures) {
      results.add(future.get());
    }
    return results;
  }

  // ---- What must be so afterwards
  // ----------------------------------------------------------------

  private void assertNothingLostAndNothingTwice(Browser worker, RunningSilian silian)
      throws Exception {
    var promised = Map.copyOf(acknowledged);
    try (var database = silian.database()) {
      assertThat(column(database, "select id::text from wish")).containsAll(promised.values());
    }

    var again = together(keys(0, WISHES).map(key -> makes(worker, key)));

    assertThat(again).extracting(Answer::status).containsOnly(201);
    assertThat(acknowledged).containsAllEntriesOf(promised).hasSize(WISHES);
    verifyTheRest(worker);
    assertThat(worker.get("/api/figures/wish.collected").body().path("value").asInt())
        .isEqualTo(WISHES);
    try (var database = silian.database()) {
      assertThat(column(database, "select id::text from wish"))
          .hasSize(WISHES)
          .containsExactlyInAnyOrderElementsOf(new HashSet<>(acknowledged.values()));
      assertEqualToARebuild(database);
      assertJournal(database, new JournalSeals(silian.data()));
    }
  }

  /** An acknowledged step has been taken; any other can be taken if it has not been. */
  private void verifyTheRest(Browser worker) throws Exception {
    for (var verification : Map.copyOf(verifications).entrySet()) {
      var wish = worker.get("/api/wishes/" + verification.getKey()).body();
      if (verification.getValue().status() == 200) {
        assertThat(wish.path("state").asString()).isEqualTo("VERIFIED");
      } else if (wish.path("state").asString().equals("COLLECTED")) {
        var now = verifies(worker, verification.getKey(), wish.path("version").asString()).call();
        assertThat(now.status()).as("%s", now).isEqualTo(200);
      }
    }
  }

  /** The sums kept are those that the journal gives when it is added up anew. */
  private static void assertEqualToARebuild(Connection database) throws Exception {
    await()
        .atMost(LONG_ENOUGH)
        .untilAsserted(
            () ->
                assertThat(column(database, "select count(*)::text from journal_queue"))
                    .containsExactly("0"));
    for (var kept :
        List.of(
            "select figure, organisation_id, day, amount from figure_day",
            "select figure, organisation_id, month, amount from figure_month")) {
      var day = kept.endsWith("figure_day") ? "day" : "date_trunc('month', day)::date";
      assertThat(
              column(
                  database,
                  """
                  with recursive lineage (organisation_id, ancestor_id, parent_id) as (
                    select id, id, parent_id from organisation
                    union all
                    select l.organisation_id, p.id, p.parent_id
                    from lineage l join organisation p on p.id = l.parent_id),
                  rebuilt as (
                    select m.figure, l.ancestor_id, %1$s, sum(m.amount)
                    from journal_measure m join lineage l using (organisation_id) group by 1, 2, 3)
                  (table rebuilt except %2$s) union all (%2$s except table rebuilt)"""
                      .formatted(day, kept)))
          .isEmpty();
    }
    assertThat(
            column(
                database,
                """
                select sum(amount)::text from figure_day d
                join organisation o on o.id = d.organisation_id and o.parent_id is null
                where figure = 'wish.collected'"""))
        .containsExactly(String.valueOf(WISHES));
  }

  private static void assertJournal(Connection database, JournalSeals seals) throws Exception {
    assertThat(entries(database, "wish-collected")).hasSize(WISHES).doesNotHaveDuplicates();
    assertThat(entries(database, "wish-verified")).hasSize(EARLY).doesNotHaveDuplicates();
    assertThat(seals.broken(database)).isZero();
  }

  private static Collection<String> entries(Connection database, String fact) throws Exception {
    return column(
        database, "select subject_id::text from journal_entry where fact = '" + fact + "'");
  }

  private static List<String> column(Connection database, String sql) throws Exception {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
