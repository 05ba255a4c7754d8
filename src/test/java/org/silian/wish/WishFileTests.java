package org.silian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.api.Revision;
import org.silian.file.Files;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.permission.Role;
import org.silian.privacy.PersonalKeeper;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** The papers of a wish: who attaches and opens them, and when they go. */
@ModuleTest
class WishFileTests {

  /** One grey dot. */
  private static final byte[] PAPER =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNo"
                  + "AAAAggCBd81ytgAAAABJRU5ErkJggg==");

  @Autowired WebApplicationContext context;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired WishIntake intake;
  @Autowired WishManagement management;
  @Autowired WishReading reading;
  @Autowired WishDays days;
  @Autowired WishData data;
  @Autowired WishFiles papers;
  @Autowired Files files;
  @Autowired JdbcClient jdbc;

  private MockMvcTester mvc;
  private UUID community;
  private Actor worker;
  private Actor resident;
  private UUID wish;

  @BeforeEach
  void aWish() {
    mvc = MockMvcTester.from(context);
    community = district.community("秀灵南社区");
    worker = district.appointed(Role.COMMUNITY_WORKER, community);
    resident = district.registered(Role.RESIDENT, community);
    wish =
        resident.call(
            () ->
                intake
                    .take(
                        UUID.randomUUID(),
                        new WishController.WishForm(
                            WishKind.REPAIR,
                            "换一盏客厅的灯",
                            "客厅的灯坏了两周，想换一盏。",
                            6_000L,
                            community,
                            false,
                            false,
                            new WishController.ConsentForm("1", Consent.How.SELF),
                            null,
                            null),
                        resident)
                    .id());
  }

  @Test
  void areAttachedByTheCommunityAndOpenedByNobodyElse() {
    var file = uploaded();
    assertThat(attach(worker, file)).isEqualTo(204);
    assertThat(attach(worker, file)).as("sent again").isEqualTo(204);
    assertThat(files.of(subject())).hasSize(1);

    assertThat(get(worker, "/api/files/%s/link".formatted(file))).isEqualTo(200);
    var secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);
    assertThat(get(secretary, "/api/files/%s/link".formatted(file))).isEqualTo(200);

    var elsewhere = district.appointed(Role.COMMUNITY_WORKER, district.community("友爱南社区"));
    var grid = district.appointed(Role.GRID_WORKER, community);
    for (var other : new Actor[] {elsewhere, grid, resident}) {
      assertThat(get(other, "/api/files/%s/link".formatted(file))).isEqualTo(404);
      assertThat(get(other, "/api/files?type=wish&id=" + wish)).isEqualTo(404);
    }
    assertThatThrownBy(() -> elsewhere.run(() -> papers.remove(wish, file, "误传")))
        .satisfies(refused("not-found"));
  }

  @Test
  void tellWhomTheirReadersReadAbout() {
    var file = uploaded();
    attach(worker, file);
    get(worker, "/api/files/%s/link".formatted(file));
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from privacy_access
                    where subject_id = ? and reader_id = ? and purpose = 'file.open'
                      and ? = any (persons)""")
                .params(wish, worker.person(), resident.person())
                .query((row, n) -> row.getInt(1))
                .single())
        .isEqualTo(1);
  }

  @Test
  void rPi11_areHandedOverToWhomTheyTellOf() {
    attach(worker, uploaded());
    assertThat(data.kept(resident.personOrRefuse()))
        .extracting(PersonalKeeper.Kept::kind)
        .contains("file.paper");
  }

  @Test
  void rPi12_areErasedWithTheContactNinetyDaysAfterTheWishEnds() {
    attach(worker, uploaded());
    long version = reading(resident).version();
    resident.run(
        () ->
            management.step(
                wish, new Revision(version), WishStep.WITHDRAW, (w, at) -> w.withdraw(at)));

    clock.advance(Duration.ofDays(89));
    forget();
    assertThat(files.of(subject())).hasSize(1);
    clock.advance(Duration.ofDays(2));
    forget();

    assertThat(files.of(subject())).isEmpty();
    var late = uploaded();
    assertThatThrownBy(() -> worker.run(() -> papers.attach(wish, late)))
        .satisfies(refused("wish.forgotten"));
  }

  @Test
  void rPi05_areErasedWhenTheWisherTakesHerConsentBack() {
    attach(worker, uploaded());
    resident.run(() -> withdrawn());
    assertThat(files.of(subject())).isEmpty();
  }

  private void withdrawn() {
    data.withdraw(resident.personOrRefuse(), wish);
  }

  private WishRecord reading(Actor actor) {
    return actor.call(() -> reading.read(wish, actor));
  }

  private void forget() {
    Actor.SYSTEM.run(() -> days.forget(days.before(clock.instant())));
  }

  private Subject subject() {
    return new Subject("wish", wish);
  }

  private int get(Actor actor, String path) {
    return actor.call(() -> mvc.get().uri(path).exchange()).getResponse().getStatus();
  }

  private int attach(Actor actor, UUID file) {
    return actor
        .call(() -> mvc.put().uri("/api/wishes/%s/files/%s".formatted(wish, file)).exchange())
        .getResponse()
        .getStatus();
  }

  private UUID uploaded() {
    return worker.call(
        () -> {
          var path =
              mvc.post()
                  .uri("/api/files/uploads")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .header("Upload-Length", PAPER.length)
                  .exchange()
                  .getResponse()
                  .getHeader("Location");
          mvc.patch()
              .uri(path)
              .header("Upload-Offset", 0)
              .contentType("application/offset+octet-stream")
              .content(PAPER)
              .exchange();
          return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        });
  }

  private static Consumer<Throwable> refused(String code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
