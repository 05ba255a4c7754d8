package org.silian.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.silian.permission.Role.COMMUNITY_SECRETARY;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.STREET_LEADER;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.UNIVERSITY_LIAISON;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestRecords;
import org.silian.api.Cursor;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A district with one street, two communities and a university, new for every test. */
@ModuleTest
class TaskTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate BEFORE = LocalDate.of(2026, 1, 5);

  /** Community workers, secretaries, street workers and liaisons have it. */
  private static final String PERMISSION = "task.hand-over";

  @Autowired private Tasks tasks;
  @Autowired private TaskBoard board;
  @Autowired private TaskViews views;
  @Autowired private TaskManagement management;
  @Autowired private HandOn handOn;
  @Autowired private Timelines timelines;
  @Autowired private TestRecords records;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private OrganisationManagement organisations;
  @Autowired private OrganisationDirectory directory;
  @Autowired private AppointmentManagement appointments;
  @Autowired private PersonManagement people;

  private UUID district;
  private UUID street;
  private UUID community;
  private Actor worker;
  private Actor colleague;
  private Actor streetWorker;

  @BeforeEach
  void found() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    Actor.SYSTEM.run(
        () -> {
          district =
              directory
                  .district()
                  .map(root -> root.id())
                  .orElseGet(() -> organisation(OrganisationKind.DISTRICT, "试验城区", null));
          street = organisation(OrganisationKind.STREET, "北湖街道", district);
          community = organisation(OrganisationKind.COMMUNITY, "秀灵北社区", street);
        });
    worker = post(COMMUNITY_WORKER, community, "黄一");
    colleague = post(COMMUNITY_WORKER, community, "韦二");
    streetWorker = post(STREET_WORKER, street, "农三");
  }

  @AfterEach
  void forgetLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void openingTwiceKeepsTheTaskAndTakesTheLaterDueDay() {
    var record = records.open("2026-0001", "换一盏灯");
    var first = tasks.open(ofPosts(record, TODAY));
    var second = tasks.open(ofPosts(record, TODAY.plusDays(3)));
    assertThat(second).isEqualTo(first);
    assertThat(mine(worker)).extracting(TaskView::due).containsExactly(TODAY.plusDays(3));
  }

  @Test
  void aSuperiorFindsWhatIsLateDownTheLineAndNothingElse() {
    var record = records.open("2026-0001", "换一盏灯");
    tasks.open(ofPosts(record, TODAY.minusDays(1)));
    tasks.open(ofPosts(records.open("2026-0002", "修一扇窗"), TODAY));

    assertThat(board.overdueDownTheLine(streetWorker, null, 20).items())
        .extracting(TaskRow::due)
        .containsExactly(TODAY.minusDays(1));
    assertThat(board.overdueDownTheLine(worker, null, 20).items()).isEmpty();
  }

  @Test
  void whatIsClosedIsOffTheListAndMayBeOpenedAgain() {
    var record = records.open("2026-0001", "换一盏灯");
    var first = tasks.open(ofPosts(record, TODAY));
    tasks.close(record, "test.check");
    assertThat(mine(worker)).isEmpty();
    assertThat(tasks.open(ofPosts(record, TODAY))).isNotEqualTo(first);
    tasks.closeAll(record);
    assertThat(mine(worker)).isEmpty();
  }

  @Test
  void aPermissionThatNobodyDeclaresIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                tasks.open(
                    new Opening(
                        "test.check",
                        records.closed(),
                        new Owner.OfPosts(community, "no.such"),
                        null,
                        null)));
  }

  @Test
  void overdueComesFirstThenTheNextDueThenWhatHasNoDay() {
    var late = tasks.open(ofPosts(records.open("1", "一"), TODAY.minusDays(2)));
    var never = tasks.open(ofPosts(records.open("2", "二"), null));
    var today = tasks.open(ofPosts(records.open("3", "三"), TODAY));
    var latest = tasks.open(ofPosts(records.open("4", "四"), TODAY.minusDays(5)));
    assertThat(mine(worker)).extracting(TaskView::id).containsExactly(latest, late, today, never);
    assertThat(mine(worker))
        .extracting(TaskView::overdue)
        .containsExactly(true, true, false, false);
  }

  @Test
  void pagesFollowEachOtherWithoutGap() {
    var opened = new ArrayList<UUID>();
    for (int i = 0; i < 7; i++) {
      opened.add(tasks.open(ofPosts(records.closed(), i < 4 ? TODAY.plusDays(i / 2) : null)));
    }
    opened.add(tasks.open(ofPerson(worker, records.closed())));
    var seen = new ArrayList<UUID>();
    String after = null;
    do {
      var page = board.mine(worker, Cursor.parse(after), 3);
      page.items().forEach(row -> seen.add(row.id()));
      after = page.next();
    } while (after != null);
    assertThat(seen).containsExactlyElementsOf(opened);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    refused(
        "cursor", () -> board.mine(worker, new Cursor("2026-02-31 or 1", UUID.randomUUID()), 3));
  }

  @Test
  void aPostOwesWhatItsRoleMayDoInItsOrganisation() {
    tasks.open(ofPosts(records.closed(), TODAY));
    tasks.open(
        new Opening(
            "test.press", records.closed(), new Owner.OfPosts(community, "task.urge"), null, null));
    var secretary = post(COMMUNITY_SECRETARY, community, "陆四");
    assertThat(mine(worker)).extracting(TaskView::kind).containsExactly("test.check");
    assertThat(mine(colleague)).hasSize(1);
    assertThat(mine(secretary)).hasSize(2);
    assertThat(mine(streetWorker)).isEmpty();
  }

  @Test
  void withoutAPostOnlyWhatThePersonOwes() {
    tasks.open(ofPosts(records.closed(), TODAY));
    var volunteer = new Actor(worker.person(), null, Role.VOLUNTEER, community, null);
    assertThat(mine(volunteer)).isEmpty();
    var own = tasks.open(ofPerson(volunteer, records.closed()));
    assertThat(mine(volunteer)).extracting(TaskView::id).containsExactly(own);
    assertThat(board.waiting(volunteer, null, 20).items()).isEmpty();
  }

  @Test
  void theTitleIsTheRecordsAndHiddenWithIt() {
    tasks.open(ofPosts(records.open("2026-0412", "换一盏灯"), TODAY));
    tasks.open(ofPosts(records.closed(), TODAY.plusDays(1)));
    var asked = records.asked();
    var both = mine(worker);
    assertThat(records.asked()).isEqualTo(asked + 1);
    assertThat(both.getFirst().subject().title()).isEqualTo("换一盏灯");
    assertThat(both.getFirst().subject().number()).isEqualTo("2026-0412");
    assertThat(both.getLast().subject().title()).isNull();
    assertThat(both.getLast().title()).isEqualTo("一件事项，当前岗位看不到内容");
  }

  @Test
  void anOrganisationWaitsForWhatItAskedOfOthers() {
    var asked =
        tasks.open(
            new Opening(
                "test.check",
                records.closed(),
                new Owner.OfPosts(community, PERMISSION),
                TODAY,
                street));
    tasks.open(
        new Opening(
            "test.own", records.closed(), new Owner.OfPosts(street, PERMISSION), TODAY, street));
    assertThat(board.waiting(streetWorker, null, 20).items())
        .extracting(TaskRow::id)
        .containsExactly(asked);
    assertThat(board.waiting(worker, null, 20).items()).isEmpty();
    var view = views.of(List.of(board.find(asked).orElseThrow()), streetWorker).getFirst();
    assertThat(view.steps()).containsExactly("urge");
    assertThat(view.from()).isEqualTo(new TaskView.TaskParty(street, "北湖街道"));
    assertThat(view.holder()).isEqualTo(new TaskView.TaskParty(community, "秀灵北社区"));
  }

  @Test
  void whoIsBusyWithAHiddenRecordIsNotTold() {
    var record = records.closed();
    tasks.open(new Opening("test.check", record, new Owner.OfPerson(person("莫五")), TODAY, street));
    var row = board.waiting(streetWorker, null, 20).items();
    assertThat(views.of(row, streetWorker).getFirst().holder()).isNull();
  }

  @Test
  void theSummaryCountsOnceWhatTheListsShow() {
    tasks.open(ofPosts(records.closed(), TODAY.minusDays(1)));
    tasks.open(ofPosts(records.closed(), TODAY.minusDays(1)));
    tasks.open(ofPosts(records.closed(), TODAY));
    tasks.open(ofPerson(worker, records.closed()));
    tasks.open(
        new Opening(
            "test.ask", records.closed(), new Owner.OfPosts(street, PERMISSION), null, community));
    assertThat(board.summary(worker)).isEqualTo(new TaskBoard.TaskSummary(4, 2, 1));
  }

  @Test
  void urgingShowsInTheHoldersListAndInTheRecordsTimeline() {
    var record = records.open("2026-0412", "换一盏灯");
    var task = tasks.open(ofPosts(record, TODAY));
    urge(streetWorker, task, "请本周内办结");
    var urged = mine(worker).getFirst().urged();
    assertThat(urged).isEqualTo(new TaskView.TaskUrge(TestClock.START, "请本周内办结"));
    assertThat(timelines.of(record))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.sentence()).isEqualTo("农三督办，请秀灵北社区抓紧办理");
              assertThat(entry.words()).isEqualTo("请本周内办结");
            });
    assertThat(notices(worker)).containsExactly("task.urged");
    assertThat(notices(colleague)).containsExactly("task.urged");
    assertThat(notices(streetWorker)).isEmpty();
  }

  @Test
  void urgingLeadsOnlyDownOnesOwnLine() {
    var here = tasks.open(ofPosts(records.closed(), TODAY));
    var secretary = post(COMMUNITY_SECRETARY, community, "陆四");
    refused("task.not-own-line", () -> urge(secretary, here, "快"));
    var otherStreet =
        post(STREET_LEADER, organisation(OrganisationKind.STREET, "南湖街道", district), "梁六");
    refused("task.not-own-line", () -> urge(otherStreet, here, "快"));
    var above =
        tasks.open(
            new Opening(
                "test.check",
                records.closed(),
                new Owner.OfPosts(street, PERMISSION),
                TODAY,
                community));
    refused("task.not-own-line", () -> urge(secretary, above, "快"));
    assertThat(board.find(here).orElseThrow().urgedAt()).isNull();
  }

  @Test
  void partnersAndVolunteersAreNotUrgedEvenFromAbove() {
    var university = organisation(OrganisationKind.UNIVERSITY, "望江大学", district);
    post(UNIVERSITY_LIAISON, university, "覃七");
    var leader = post(Role.DISTRICT_LEADER, district, "李八");
    var ofPartner =
        tasks.open(
            new Opening(
                "test.check",
                records.closed(),
                new Owner.OfPosts(university, PERMISSION),
                TODAY,
                district));
    var ofVolunteer = tasks.open(ofPerson(worker, records.closed()));
    refused("task.not-own-line", () -> urge(leader, ofPartner, "快"));
    refused("task.not-own-line", () -> urge(leader, ofVolunteer, "快"));
    assertThat(views.of(List.of(board.find(ofPartner).orElseThrow()), leader).getFirst().steps())
        .isEmpty();
  }

  @Test
  void aTaskHandedOverIsOnTheColleaguesListAlone() {
    var record = records.open("2026-0412", "换一盏灯");
    var task = tasks.open(ofPosts(record, TODAY));
    assertThat(mine(worker).getFirst().steps()).containsExactly("hand-over");
    assertThat(management.successors(task, worker))
        .extracting(holder -> holder.appointment())
        .containsExactly(colleague.appointment());
    handOver(worker, task, colleague);
    assertThat(mine(worker)).isEmpty();
    assertThat(mine(colleague)).extracting(TaskView::id).containsExactly(task);
    assertThat(notices(colleague)).containsExactly("task.handed-over");
    assertThat(timelines.of(record)).hasSize(1);
    refused("task.not-found", () -> handOver(worker, task, colleague));
  }

  @Test
  void aTaskGoesOnlyToAPostThereWithTheSameRight() {
    var task = tasks.open(ofPosts(records.closed(), TODAY));
    refused("task.not-a-successor", () -> handOver(worker, task, streetWorker));
    refused("task.not-a-successor", () -> handOver(worker, task, worker));
  }

  @Test
  void whoIsAloneCannotHandOver() {
    end(colleague, TODAY);
    tasks.open(ofPosts(records.closed(), TODAY));
    assertThat(mine(worker).getFirst().steps()).isEmpty();
  }

  @Test
  void anOldVersionIsStale() {
    var task = tasks.open(ofPosts(records.closed(), TODAY));
    var seen = new Revision(board.find(task).orElseThrow().version());
    urge(streetWorker, task, "快");
    refused(
        "stale",
        () -> as(worker, () -> management.handOver(task, seen, colleague.appointment(), worker)));
  }

  @Test
  void whatAnEndedPostHadGoesToItsSuccessor() {
    var task = handedToColleague();
    var successor = post(COMMUNITY_WORKER, community, "周九", TODAY, null);
    end(colleague, TODAY);
    assertThat(mine(successor)).extracting(TaskView::id).containsExactly(task);
    assertThat(mine(worker)).isEmpty();
  }

  @Test
  void withoutASuccessorItGoesBackToThePostsThere() {
    var task = handedToColleague();
    end(colleague, TODAY);
    assertThat(mine(worker)).extracting(TaskView::id).containsExactly(task);
  }

  @Test
  void withoutAnyPostThereItGoesToTheNearestSuperior() {
    var record = records.closed();
    var task = tasks.open(ofPosts(record, TODAY));
    handOver(worker, task, colleague);
    end(worker, TODAY);
    end(colleague, TODAY);
    assertThat(mine(streetWorker)).extracting(TaskView::id).containsExactly(task);
    assertThat(timelines.of(record).getFirst().sentence()).contains("北湖街道");
  }

  @Test
  void aPostThatRunsOutLeavesItsTasksOnTheNextDay() {
    var leaving = post(COMMUNITY_WORKER, community, "周九", BEFORE, TODAY);
    var task = tasks.open(ofPosts(records.closed(), TODAY.plusDays(5)));
    handOver(worker, task, leaving);
    handOn.expire();
    assertThat(mine(worker)).isEmpty();
    var successor = post(COMMUNITY_WORKER, community, "吴十", TODAY.plusDays(1), null);
    clock.advance(Duration.ofDays(1));
    Actor.SYSTEM.run(handOn::expire);
    assertThat(mine(successor)).extracting(TaskView::id).containsExactly(task);
    assertThat(mine(worker)).isEmpty();
  }

  private UUID handedToColleague() {
    var task = tasks.open(ofPosts(records.closed(), TODAY));
    handOver(worker, task, colleague);
    return task;
  }

  private Opening ofPosts(Subject record, @Nullable LocalDate due) {
    return new Opening("test.check", record, new Owner.OfPosts(community, PERMISSION), due, null);
  }

  private static Opening ofPerson(Actor actor, Subject record) {
    return new Opening("test.do", record, new Owner.OfPerson(actor.personOrRefuse()), null, null);
  }

  private List<TaskView> mine(Actor actor) {
    return views.of(board.mine(actor, null, 20).items(), actor);
  }

  private void urge(Actor actor, UUID task, String words) {
    as(actor, () -> management.urge(task, revision(task), words, actor));
  }

  private void handOver(Actor actor, UUID task, Actor to) {
    var post = to.appointment();
    assertThat(post).isNotNull();
    as(actor, () -> management.handOver(task, revision(task), post, actor));
  }

  private Revision revision(UUID task) {
    return new Revision(board.find(task).orElseThrow().version());
  }

  private void end(Actor actor, LocalDate on) {
    Actor.SYSTEM.run(() -> appointments.end(actor.appointment(), on, null));
  }

  private List<String> notices(Actor actor) {
    return jdbc.sql("select code from notice where person_id = ? order by id")
        .param(actor.person())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private Actor post(Role role, UUID organisation, String name) {
    return post(role, organisation, name, BEFORE, null);
  }

  private Actor post(
      Role role, UUID organisation, String name, LocalDate from, @Nullable LocalDate to) {
    var person = person(name);
    var appointment =
        Actor.SYSTEM.call(
            () ->
                appointments.appoint(
                    new Appointing(person, role, organisation, from, to, null, null)));
    return new Actor(person, appointment, role, organisation, directory.get(organisation).path());
  }

  private UUID person(String name) {
    return Actor.SYSTEM.call(() -> people.register(name, null));
  }

  private UUID organisation(OrganisationKind kind, String name, @Nullable UUID parent) {
    return Actor.SYSTEM.call(
        () -> organisations.found(new Founding(kind, name, parent, null, null, BEFORE)));
  }

  private static void as(Actor actor, Runnable step) {
    actor.run(step);
  }

  private static void refused(String code, ThrowingCallable step) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(step)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
