package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.organisation.DuplicateController.DistinctRequest;
import org.silian.organisation.DuplicateController.DuplicatePair;
import org.silian.organisation.Duplicates.Sign;
import org.silian.organisation.PersonMerging.Merging;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records of one person: found, merged, parted again. */
@ModuleTest
class PersonMergingTests {

  @Autowired Town town;
  @Autowired PersonMerging merging;
  @Autowired DuplicateController duplicates;
  @Autowired OrganisationData data;
  @Autowired PersonManagement persons;
  @Autowired AppointmentManagement appointments;
  @Autowired Timelines timelines;
  @Autowired Names names;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private UUID here;
  private Actor secretary;
  private UUID one;
  private UUID other;

  @BeforeEach
  void twoRecordsOfOnePerson() {
    here = town.found(OrganisationKind.COMMUNITY, "北湖社区", town.street("北湖街道"));
    secretary = town.actor(Role.COMMUNITY_SECRETARY, here);
    one = persons.register("买买提·艾力", "1390001" + suffix());
    other = persons.register("买买提艾力", null);
    town.appoint(one, Role.GRID_WORKER, here);
    town.appoint(other, Role.COMMUNITY_WORKER, here);
  }

  private static final java.util.concurrent.atomic.AtomicInteger NEXT =
      new java.util.concurrent.atomic.AtomicInteger();

  private static String suffix() {
    return "%04d".formatted(NEXT.incrementAndGet());
  }

  @Test
  void theSameNameWithSomethingElseInCommonIsFound() {
    assertThat(pairs(secretary))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.signs())
                  .containsExactlyInAnyOrder(Sign.SAME_ORGANISATION, Sign.ONE_WITHOUT_PHONE);
              assertThat(pair.one().phone()).contains("****");
            });
  }

  @Test
  void aNamesakeElsewhereWithAnotherPhoneIsNotShown() {
    var street = town.street("安宁街道");
    var a = town.found(OrganisationKind.COMMUNITY, "甲社区", street);
    var b = town.found(OrganisationKind.COMMUNITY, "乙社区", street);
    town.appoint(persons.register("张伟", "13811112222"), Role.GRID_WORKER, a);
    town.appoint(persons.register("张伟", "13733334444"), Role.GRID_WORKER, b);
    town.appoint(persons.register("李芳", "13811113333"), Role.GRID_WORKER, a);
    town.appoint(persons.register("李芳", "13811113383"), Role.GRID_WORKER, b);

    assertThat(pairs(town.actor(Role.STREET_WORKER, street)))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.one().name()).isEqualTo("李芳");
              assertThat(pair.signs()).containsExactly(Sign.PHONE_ALIKE);
            });
    assertThat(pairs(town.actor(Role.COMMUNITY_SECRETARY, a)))
        .as("of whom one is out of reach, nothing is told")
        .isEmpty();
  }

  @Test
  void whatSomebodySaysIsNotTheSameIsNotShownAgain() {
    secretary.run(() -> duplicates.distinct(new DistinctRequest(one, other)));

    assertThat(pairs(secretary)).isEmpty();
  }

  @Test
  void mergedEverythingIsOfTheOneThatStays() {
    var phone = persons.phone(one);
    var merge = merge(new Merging(other, one, one, one));

    assertThat(persons.name(other)).isEqualTo("买买提·艾力");
    assertThat(persons.phone(other)).isEqualTo(phone);
    assertThat(persons.byPhone(String.valueOf(phone))).contains(other);
    assertThat(appointments.posts(other, Town.SINCE)).hasSize(2);
    assertThat(appointments.posts(one, Town.SINCE)).isEmpty();
    assertThat(pairs(secretary)).isEmpty();
    assertThat(names.of(List.of(one))).containsEntry(one, "买买提·艾力");
    assertThat(sentences(other)).as("the timeline shows both").hasSize(3);
    assertThat(merging.get(merge).undoUntil()).isEqualTo(TestClock.START.plus(Duration.ofDays(30)));
  }

  @Test
  void undoneEachIsExactlyAsBefore() {
    var phone = persons.phone(one);
    var before = List.of(state(one), state(other));
    var merge = merge(new Merging(other, one, one, one));
    clock.advance(Duration.ofDays(29));

    secretary.run(() -> merging.undo(merge, new Revision(0)));

    assertThat(List.of(state(one), state(other))).isEqualTo(before);
    assertThat(persons.phone(one)).isEqualTo(phone);
    assertThat(persons.phone(other)).isNull();
    refused(
        "organisation.merge-settled",
        () -> secretary.run(() -> merging.undo(merge, new Revision(1))));
  }

  @Test
  void rPi12_afterThirtyDaysWhatWasIsForgotten() {
    var merge = merge(new Merging(one, other, one, one));
    assertThat(data.forget(data.before(clock.instant()))).isZero();
    clock.advance(Duration.ofDays(30));

    refused(
        "organisation.merge-settled",
        () -> secretary.run(() -> merging.undo(merge, new Revision(0))));
    assertThat(data.forget(data.before(clock.instant()))).isPositive();
    assertThat(merging.get(merge).kept()).isNull();
    assertThat(data.forget(data.before(clock.instant()))).isZero();
  }

  @Test
  void nobodyGainsPostsBeyondTheReachOfWhoMerges() {
    var street = town.parent(here);
    town.appoint(other, Role.STREET_WORKER, street);
    refused("organisation.merge-out-of-reach", () -> merge(new Merging(one, other, one, one)));

    var worker = town.actor(Role.STREET_WORKER, street);
    assertThat(worker.call(() -> merging.merge(new Merging(one, other, one, one)))).isNotNull();
  }

  @Test
  void someThingsMustBeSettledFirst() {
    refused("organisation.merge-one", () -> merge(new Merging(one, one, one, one)));
    refused("organisation.merge-choice", () -> merge(new Merging(one, other, here, one)));
    var herself = secretary.person();
    refused("organisation.merge-oneself", () -> merge(new Merging(one, herself, one, one)));
    town.appoint(other, Role.GRID_WORKER, here);
    refused("organisation.merge-same-post", () -> merge(new Merging(one, other, one, one)));
    var stranger = town.person("陌生人");
    refused("organisation.person-not-found", () -> merge(new Merging(one, stranger, one, one)));
  }

  @Test
  void phonesAreAlikeByOneDigitOrTwoThatChangedPlaces() {
    assertThat(Duplicates.alike("13812345678", "13812345679")).isTrue();
    assertThat(Duplicates.alike("13812345678", "13812345687")).isTrue();
    assertThat(Duplicates.alike("13812345678", "13812345699")).isFalse();
    assertThat(Duplicates.alike("13812345678", "07713456789")).isFalse();
  }

  private UUID merge(Merging wanted) {
    return secretary.call(() -> merging.merge(wanted));
  }

  private List<DuplicatePair> pairs(Actor actor) {
    return actor.call(() -> duplicates.duplicates(null, 50)).items();
  }

  private List<String> sentences(UUID person) {
    return secretary.call(
        () ->
            timelines.of(new Subject("person", person)).stream()
                .map(Timelines.TimelineEntry::sentence)
                .toList());
  }

  private String state(UUID person) {
    return jdbc.sql(
            """
            select p.name || coalesce(encode(p.phone_index, 'hex'), '-')
              || coalesce(p.merged_into::text, '-')
              || (select string_agg(a.id::text, ',' order by a.id)
                  from organisation_appointment a where a.person_id = p.id)
            from organisation_person p where p.id = ?""")
        .param(person)
        .query(String.class)
        .single();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
