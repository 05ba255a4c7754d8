package org.silian.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.alliance.BodyRuleTests.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.alliance.BodyBoard.Filter;
import org.silian.alliance.BodyBoard.Tier;
import org.silian.alliance.BodyRecord.BodySeat;
import org.silian.alliance.SeatManagement.NewSeat;
import org.silian.alliance.Sitting.Term;
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
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A committee and the posts around it, on a real database. */
@ModuleTest
class BodyProcessTests {

  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired OrganisationManagement organisations;
  @Autowired OrganisationDirectory directory;
  @Autowired AppointmentManagement appointments;
  @Autowired BodyManagement bodies;
  @Autowired SeatManagement seats;
  @Autowired SittingTerms terms;
  @Autowired BodyReading reading;
  @Autowired BodyBoard board;
  @Autowired PersonSeats personSeats;
  @Autowired PostBoard posts;
  @Autowired Timelines timelines;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private UUID university;
  private UUID faculty;
  private UUID body;
  private Actor department;

  @AfterEach
  void ownLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @BeforeEach
  void committee() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    var all = directory.communities();
    if (all.isEmpty()) {
      district.root();
      all = directory.communities();
    }
    var free =
        all.stream()
            .filter(c -> c.kind() == OrganisationKind.COMMUNITY)
            .filter(
                c -> number("select count(*) from organisation where parent_id = ?", c.id()) == 0)
            .findFirst()
            .orElseThrow();
    community = free.id();
    department = district.appointed(Role.ORGANISATION_DEPARTMENT, district.root());
    university = founded(OrganisationKind.UNIVERSITY, "望江大学", district.root());
    faculty = founded(OrganisationKind.PARTY_ORGANISATION, "文学院党总支", university);
    body = founded(OrganisationKind.COMMUNITY_COMMITTEE, free.name() + "大党委", community);
  }

  @Test
  void aCommitteeBeginsWithTheSeatOfTheCommunitysSecretaryWhoTakesItByHerPost() {
    assertThat(read().rule().succession()).isEqualTo(Succession.FOLLOWS);
    assertThat(read().seats())
        .singleElement()
        .satisfies(seat -> assertThat(seat.sitter()).isNull());

    var secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);

    assertThat(read().seats())
        .singleElement()
        .satisfies(
            seat -> {
              assertThat(seat.title()).isEqualTo("书记");
              assertThat(sitter(seat)).isEqualTo(secretary.person());
              assertThat(seat.sitter().succeeded()).isTrue();
              assertThat(seat.sitter().from()).isEqualTo(SINCE);
              assertThat(seat.sitter().to()).isEqualTo("2028-12-31");
            });
  }

  @Test
  void aCommitteeFoundedWhereThereIsASecretaryHasHerFromTheFirstDay() {
    var secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);
    body = founded(OrganisationKind.COMMUNITY_COMMITTEE, "又一个大党委", community);

    assertThat(sitter(read().seats().getFirst())).isEqualTo(secretary.person());
  }

  @Test
  void aSeatWithoutThePostThatJustifiesItIsRefused() {
    var head = district.appointed(Role.PARTY_HEAD, faculty);
    var elsewhere = district.appointed(Role.UNIVERSITY_LIAISON, university);

    for (var wrong :
        List.of(
            seat(null, Role.PARTY_HEAD, null),
            seat(faculty, null, null),
            seat(faculty, Role.STREET_LEADER, null),
            seat(faculty, Role.PARTY_MEMBER, null),
            seat(faculty, Role.PARTY_HEAD, elsewhere.appointment()),
            seat(faculty, Role.PARTY_HEAD, UUID.randomUUID()))) {
      assertThatThrownBy(() -> asDepartment(() -> seats.create(body, wrong)))
          .satisfies(refused("alliance.seat-without-post"));
    }
    asDepartment(() -> seats.create(body, seat(faculty, Role.PARTY_HEAD, head.appointment())));
    assertThat(read().seats()).hasSize(2);
  }

  @Test
  void onePersonHasOneSeatInABodyAndOneSeatOnePerson() {
    var head = district.appointed(Role.PARTY_HEAD, faculty);
    var liaison = district.appointed(head.person(), Role.UNIVERSITY_LIAISON, university);
    asDepartment(() -> seats.create(body, seat(faculty, Role.PARTY_HEAD, head.appointment())));

    assertThatThrownBy(
            () ->
                asDepartment(
                    () ->
                        seats.create(
                            body,
                            seat(university, Role.UNIVERSITY_LIAISON, liaison.appointment()))))
        .satisfies(refused("alliance.already-seated"));
    var other = district.appointed(Role.PARTY_HEAD, faculty);
    var taken = member();
    assertThatThrownBy(() -> fill(taken, other)).satisfies(refused("alliance.seat-taken"));

    var elsewhere = founded(OrganisationKind.LEADING_GROUP, "秋季专项领导小组", district.root());
    asDepartment(() -> seats.create(elsewhere, seat(faculty, Role.PARTY_HEAD, head.appointment())));
    assertThat(member().sitter().elsewhere()).isEqualTo(1);
    assertThat(personSeats.of(head.person(), department)).hasSize(2);
  }

  @Test
  void theSeatFollowsThePostToTheNextWhoTakesItUp() {
    var before = seated();
    assertThat(stock("N7")).isEqualTo(1);

    end(before);
    assertThat(member().sitter()).isNull();
    assertThat(member().vacancy()).isEqualTo(Vacancy.AWAITS);
    assertThat(stock("N7")).isZero();

    var next = appointed(Role.PARTY_HEAD, faculty, TODAY);
    assertThat(sitter(member())).isEqualTo(next.person());
    assertThat(member().sitter().from()).isEqualTo(TODAY);
    assertThat(stock("N7")).isEqualTo(1);
    assertThat(sentences()).anyMatch(s -> s.contains("所兼的岗位已换人"));
  }

  @Test
  void theSeatFollowsToWhoTookUpThePostWhileItWasHandedOver() {
    var before = seated();
    var next = appointed(Role.PARTY_HEAD, faculty, TODAY.minusDays(10));

    end(before);

    assertThat(sitter(member())).isEqualTo(next.person());
    assertThat(openTasks()).isZero();
  }

  /** A post changes hands whatever becomes of a seat: what cannot follow is asked about. */
  @Test
  void anAppointmentIsNeverRefusedBecauseOfASeat() {
    var before = seated();
    var person = district.person();
    var liaison = district.appointed(person, Role.UNIVERSITY_LIAISON, university);
    asDepartment(
        () -> seats.create(body, seat(university, Role.UNIVERSITY_LIAISON, liaison.appointment())));
    end(before);
    clock.advance(Duration.ofDays(5));
    Actor.SYSTEM.run(
        () ->
            appointments.end(
                Objects.requireNonNull(liaison.appointment()), TODAY.plusDays(5), null));

    district.appointed(person, Role.PARTY_HEAD, faculty);

    assertThat(read().seats())
        .filteredOn(seat -> seat.role() == Role.PARTY_HEAD)
        .singleElement()
        .satisfies(seat -> assertThat(seat.vacancy()).isEqualTo(Vacancy.ASKED));
  }

  @Test
  void theSecretariatIsAskedWhereTwoCouldFollow() {
    var before = seated();
    appointed(Role.PARTY_HEAD, faculty, TODAY);
    appointed(Role.PARTY_HEAD, faculty, TODAY);

    end(before);

    assertThat(member().vacancy()).isEqualTo(Vacancy.ASKED);
    assertThat(openTasks()).isEqualTo(1);
  }

  @Test
  void theSecretariatIsAskedWhereTheRuleSaysSoAndItsAnswerClosesTheTask() {
    var before = seated();
    ask();
    var next = appointed(Role.PARTY_HEAD, faculty, TODAY);

    end(before);

    assertThat(member().sitter()).isNull();
    assertThat(member().vacancy()).isEqualTo(Vacancy.ASKED);
    assertThat(member().steps()).containsExactly("fill", "leave-vacant", "abolish");
    assertThat(openTasks()).isEqualTo(1);
    assertThat(posts.of(new Post(faculty, Role.PARTY_HEAD)))
        .satisfies(post -> assertThat(post.holders()).hasSize(1));

    fill(member(), next);
    assertThat(sitter(member())).isEqualTo(next.person());
    assertThat(openTasks()).isZero();
  }

  @Test
  void aSeatLeftVacantWaitsForNobody() {
    var before = seated();
    ask();
    end(before);
    asDepartment(
        () -> {
          seats.leaveVacant(member().id(), new Revision(member().version()));
          return body;
        });

    appointed(Role.PARTY_HEAD, faculty, TODAY);

    assertThat(member().vacancy()).isEqualTo(Vacancy.LEFT);
    assertThat(openTasks()).isZero();
  }

  @Test
  void whenATermIsOverTheSecretariatIsAsked() {
    var head = district.appointed(Role.PARTY_HEAD, faculty);
    asDepartment(
        () ->
            seats.create(
                body,
                new NewSeat(
                    SeatKind.MEMBER,
                    true,
                    faculty,
                    Role.PARTY_HEAD,
                    head.appointment(),
                    SINCE,
                    TODAY,
                    null)));
    Actor.SYSTEM.run(terms::endAll);
    assertThat(sitter(member())).isEqualTo(head.person());

    clock.advance(Duration.ofDays(1));
    Actor.SYSTEM.run(terms::endAll);

    assertThat(member().sitter()).isNull();
    assertThat(member().vacancy()).isEqualTo(Vacancy.ASKED);
    assertThat(openTasks()).isEqualTo(1);
  }

  @Test
  void anOfficerWhoIsDeputySecretaryNeverTakesTheSecretarysSeat() {
    var officer = district.appointed(Role.COMMUNITY_PARTY_DEPUTY_SECRETARY, community);
    district.appointed(officer.person(), Role.COMMUNITY_SECRETARY, community);

    assertThat(read().seats()).singleElement().satisfies(s -> assertThat(s.sitter()).isNull());
    var secretary =
        directory.holders(community, EnumSet.of(Role.COMMUNITY_SECRETARY), TODAY).getFirst();
    var head = read().seats().getFirst();
    assertThatThrownBy(
            () ->
                asDepartment(
                    () -> {
                      seats.fill(
                          head.id(),
                          new Revision(head.version()),
                          secretary.appointment(),
                          new Term(TODAY, null, null));
                      return body;
                    }))
        .satisfies(refused("alliance.officer-not-secretary"));

    asDepartment(
        () ->
            seats.create(
                body,
                new NewSeat(
                    SeatKind.DEPUTY,
                    true,
                    community,
                    Role.COMMUNITY_PARTY_DEPUTY_SECRETARY,
                    officer.appointment(),
                    null,
                    null,
                    null)));
    assertThat(read().seats())
        .filteredOn(s -> s.sitter() != null)
        .singleElement()
        .satisfies(s -> assertThat(s.title()).isEqualTo("副书记"));
  }

  @Test
  void aCommitteeHasOneSecretaryAndALeadingGroupMayHaveTwoHeads() {
    assertThatThrownBy(
            () ->
                asDepartment(
                    () ->
                        seats.create(
                            body,
                            new NewSeat(
                                SeatKind.HEAD,
                                true,
                                community,
                                Role.COMMUNITY_SECRETARY,
                                null,
                                null,
                                null,
                                null))))
        .satisfies(refused("alliance.one-head"));

    var group = founded(OrganisationKind.LEADING_GROUP, "城区党建工作领导小组", district.root());
    for (var unit :
        List.of(faculty, founded(OrganisationKind.PARTY_ORGANISATION, "理学院党总支", university))) {
      asDepartment(
          () ->
              seats.create(
                  group,
                  new NewSeat(SeatKind.HEAD, true, unit, Role.PARTY_HEAD, null, null, null, null)));
    }
    assertThat(reading.read(group, department).seats())
        .extracting(BodySeat::title)
        .containsExactly("组长", "组长");
  }

  @Test
  void isSeenWithinReachAndByWhoseUnitHasASeatThere() {
    var head = seated();
    var liaison = district.appointed(Role.UNIVERSITY_LIAISON, university);
    var stranger =
        district.appointed(
            Role.UNIVERSITY_LIAISON,
            founded(OrganisationKind.UNIVERSITY, "青罗财经学院", district.root()));

    for (var reader : List.of(department, head, liaison)) {
      assertThat(sitter(member(reader))).isEqualTo(head.person());
    }
    assertThat(member(liaison).steps()).isEmpty();
    assertThatThrownBy(() -> reading.read(body, stranger))
        .satisfies(refused("alliance.body-not-found"));
    assertThat(listed(liaison)).contains(body);
    assertThat(listed(stranger)).isEmpty();
    assertThatThrownBy(
            () -> stranger.call(() -> seats.create(body, seat(faculty, Role.PARTY_HEAD, null))))
        .satisfies(refused("alliance.body-not-found"));
  }

  @Test
  void areListedFromTheDistrictDownInPages() {
    seated();
    founded(OrganisationKind.LEADING_GROUP, "春季专项领导小组", district.root());
    founded(OrganisationKind.STREET_COMMITTEE, "街道大工委", directory.get(community).parent());
    var all = new Filter(null, null, false, null);
    var whole = board.list(department, all, null, 100).items();

    var paged = new ArrayList<BodyBoard.Row>();
    Cursor after = null;
    do {
      var page = board.list(department, all, after, 2);
      paged.addAll(page.items());
      after = Cursor.parse(page.next());
    } while (after != null);

    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(2);
    assertThat(whole).extracting(BodyBoard.Row::tier).isSorted();
    var here = whole.stream().filter(row -> row.id().equals(body)).findFirst().orElseThrow();
    assertThat(here.seats()).isEqualTo(2);
    assertThat(here.vacant()).isEqualTo(1);
    assertThat(
            board.list(department, new Filter(Tier.COMMUNITY, null, true, null), null, 100).items())
        .contains(here)
        .allMatch(row -> row.tier() == Tier.COMMUNITY && row.vacant() > 0);
  }

  /** Red line 4: a leader sees counts, not people. */
  @Test
  void aLeaderSeesSeatsAndNoNamesUnlessSheSitsThere() {
    seated();
    var leader = district.appointed(Role.DISTRICT_LEADER, district.root());

    assertThat(member(leader).sitter()).isNotNull();
    assertThat(member(leader).sitter().name()).isNull();
    assertThat(member(leader).sitter().person()).isNull();

    asDepartment(
        () ->
            seats.create(body, seat(district.root(), Role.DISTRICT_LEADER, leader.appointment())));
    assertThat(read(leader).seats())
        .filteredOn(s -> s.sitter() != null)
        .allSatisfy(s -> assertThat(s.sitter().name()).isNotNull());
  }

  @Test
  void whoSitsThereSitsThereNoMoreOnceTheBodyIsDissolved() {
    seated();
    asDepartment(
        () -> {
          bodies.dissolve(body, TODAY);
          return body;
        });

    assertThat(read().dissolved()).isEqualTo(TODAY);
    assertThat(read().seats()).isEmpty();
    assertThat(stock("N7")).isZero();
    assertThatThrownBy(
            () -> asDepartment(() -> seats.create(body, seat(faculty, Role.PARTY_HEAD, null))))
        .satisfies(refused("alliance.body-dissolved"));
  }

  @Test
  void onlyCommitteesConferencesGroupsAndTeamsAreBodies() {
    assertThatThrownBy(
            () ->
                asDepartment(
                    () ->
                        bodies.found(OrganisationKind.UNIVERSITY, "乔荫大学", district.root(), TODAY)))
        .satisfies(refused("alliance.not-a-body"));
  }

  private Actor seated() {
    var head = district.appointed(Role.PARTY_HEAD, faculty);
    asDepartment(() -> seats.create(body, seat(faculty, Role.PARTY_HEAD, head.appointment())));
    return head;
  }

  private static NewSeat seat(UUID unit, Role role, UUID appointment) {
    return new NewSeat(SeatKind.MEMBER, true, unit, role, appointment, null, null, "西组〔2026〕9号");
  }

  private void fill(BodySeat seat, Actor who) {
    asDepartment(
        () -> {
          seats.fill(
              seat.id(),
              new Revision(seat.version()),
              Objects.requireNonNull(who.appointment()),
              new Term(TODAY, null, null));
          return body;
        });
  }

  private void ask() {
    asDepartment(
        () -> {
          bodies.rule(
              body,
              new Revision(read().version()),
              new BodyRule(Succession.ASKS, Quorum.TWO_THIRDS, null, 5),
              community);
          return body;
        });
  }

  private void end(Actor who) {
    Actor.SYSTEM.run(
        () -> appointments.end(Objects.requireNonNull(who.appointment()), TODAY, null));
  }

  private Actor appointed(Role role, UUID organisation, LocalDate from) {
    var person = district.person();
    var appointment =
        Actor.SYSTEM.call(
            () ->
                appointments.appoint(
                    new Appointing(person, role, organisation, from, null, null, null)));
    return new Actor(person, appointment, role, organisation, directory.get(organisation).path());
  }

  private UUID founded(OrganisationKind kind, String name, UUID parent) {
    return Actor.SYSTEM.call(
        () -> organisations.found(new Founding(kind, name, parent, null, null, SINCE)));
  }

  private UUID asDepartment(ScopedValue.CallableOp<UUID, RuntimeException> deed) {
    return department.call(deed);
  }

  private BodyRecord read() {
    return read(department);
  }

  private BodyRecord read(Actor reader) {
    return reading.read(body, reader);
  }

  private BodySeat member() {
    return member(department);
  }

  private BodySeat member(Actor reader) {
    return read(reader).seats().stream()
        .filter(seat -> seat.kind() == SeatKind.MEMBER)
        .findFirst()
        .orElseThrow();
  }

  private static UUID sitter(BodySeat seat) {
    return Objects.requireNonNull(seat.sitter()).person();
  }

  private List<UUID> listed(Actor reader) {
    return board.list(reader, new Filter(null, null, false, null), null, 100).items().stream()
        .map(BodyBoard.Row::id)
        .toList();
  }

  private List<String> sentences() {
    return timelines.of(new Subject(BodySubject.NAME, body)).stream()
        .map(entry -> entry.sentence())
        .toList();
  }

  private long openTasks() {
    return number(
        """
        select count(*) from task t join alliance_seat s on s.id = t.subject_id
        where t.subject_type = 'seat' and t.closed_at is null and s.body_id = ?""",
        body);
  }

  /** What the journal adds up to for this body. */
  private long stock(String figure) {
    return number(
        """
        select coalesce(sum(amount), 0) from (
          select figure, organisation_id, amount from journal_measure
          union all
          select q.figure, q.organisation_id, q.amount
          from journal_queue, unnest(figures, organisations, amounts)
            as q (figure, organisation_id, amount)) m
        where organisation_id = ? and figure = '%s'"""
            .formatted(figure),
        body);
  }

  private long number(String sql, UUID value) {
    return jdbc.sql(sql).param(value).query((row, n) -> row.getLong(1)).single();
  }
}
