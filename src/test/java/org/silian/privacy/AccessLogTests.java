package org.silian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.permission.Role;
import org.silian.tenancy.Months;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who read what of whom. */
@ModuleTest
class AccessLogTests {

  @Autowired AccessLog accessLog;
  @Autowired AccessReading reading;
  @Autowired AccessMonths months;
  @Autowired Months ofTables;
  @Autowired TestDistrict district;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Actor worker;
  private UUID person;

  @BeforeEach
  void somebodyWithARecord() {
    worker = district.appointed(Role.COMMUNITY_WORKER, district.community("秀灵南社区"));
    person = district.person();
  }

  @Test
  void rPi11_aPersonSeesWhoReadWhatOfHersAndInWhichPost() {
    read(worker, person);

    assertThat(reading.of(person, null, 20).items())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.at()).isEqualTo(TestClock.START);
              assertThat(row.post()).contains("秀灵南社区 · ");
              assertThat(row.reader()).startsWith("试");
              assertThat(row.persons()).isEqualTo(2);
            });
  }

  @Test
  void aReaderWithoutAPostIsNotNamed() {
    read(district.registered(Role.VOLUNTEER, district.community("秀灵南社区")), person);

    assertThat(reading.of(person, null, 20).items())
        .singleElement()
        .satisfies(row -> assertThat(row.reader()).isNull());
  }

  @Test
  void herOwnLookAndSiliansOwnAreNotNoted() {
    new Actor(person, null, Role.RESIDENT, null, null)
        .run(() -> accessLog.read(subject(), List.of(person), "person.record"));
    Actor.SYSTEM.run(() -> accessLog.read(subject(), List.of(person), "person.record"));

    assertThat(reading.of(person, null, 20).items()).isEmpty();
  }

  @Test
  void aPurposeThatNobodyCanReadIsRefused() {
    assertThatThrownBy(
            () -> worker.run(() -> accessLog.read(subject(), List.of(person), "no.such")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theAuditorsLookIsInTheLogToo() {
    var auditor = district.appointed(Role.AUDIT_ADMINISTRATOR, district.root());
    read(worker, person);

    var seen = auditor.call(() -> reading.all(worker.person(), null, null, 20));
    assertThat(seen.items()).singleElement().satisfies(r -> assertThat(r.persons()).isEqualTo(2));
    assertThat(auditor.call(() -> reading.all(auditor.person(), null, null, 20)).items())
        .hasSize(2);
    assertThat(reading.counts(AccessReading.daysBack(clock.instant(), 7)))
        .anyMatch(count -> count.purpose().equals("person.record") && count.reads() >= 1);
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMinutes(1));
      read(worker, person);
    }

    var first = reading.of(person, null, 3);
    assertThat(first.next()).isNotNull();
    assertThat(first.items()).hasSize(3);
    assertThat(reading.of(person, org.silian.api.Cursor.parse(first.next()), 3).items()).hasSize(2);
  }

  @Test
  void theApplicationCannotTakeALineOutOfTheLog() {
    read(worker, person);

    for (var table : List.of("privacy_access", "privacy_access_default")) {
      assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
          .isInstanceOf(DataAccessException.class);
    }
    months.make();
    assertThatThrownBy(() -> jdbc.sql("delete from privacy_access_2026_11").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void rPi12_aMonthIsMadeWithWhatWasThereAndDroppedWholeWhenItsTimeIsOver() {
    read(worker, person);
    months.make();
    months.make();

    assertThat(reading.of(person, null, 20).items()).hasSize(1);
    assertThat(jdbc.sql("select count(*) from privacy_access_default").query(Long.class).single())
        .isZero();

    var end = org.silian.tenancy.District.start(YearMonth.of(2026, 12).atDay(1));
    assertThat(ofTables.drop(AccessMonths.TABLE, end.minusSeconds(1))).isZero();
    assertThat(ofTables.drop(AccessMonths.TABLE, end)).isPositive();
    assertThat(reading.of(person, null, 20).items()).isEmpty();
  }

  private void read(Actor reader, UUID... persons) {
    var all = List.of(persons[0], UUID.randomUUID());
    reader.run(() -> accessLog.read(subject(), all, "person.record"));
  }

  private static Subject subject() {
    return new Subject("person", UUID.randomUUID());
  }
}
