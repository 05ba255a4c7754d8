package org.silian.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestRecords;
import org.silian.api.Cursor;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.notice.Inbox.Notice;
import org.silian.notice.Sentences.Sentence;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@ModuleTest
class NoticeTests {

  @Autowired private Notices notices;
  @Autowired private Inbox inbox;
  @Autowired private Sentences sentences;
  @Autowired private Retention retention;
  @Autowired private TestRecords records;
  @Autowired private TestClock clock;
  @Autowired private PersonManagement people;

  private UUID person;
  private UUID other;

  @BeforeEach
  void register() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    person = Actor.SYSTEM.call(() -> people.register("黄一", null));
    other = Actor.SYSTEM.call(() -> people.register("韦二", null));
  }

  @AfterEach
  void forgetLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void eachPersonIsToldOnce() {
    notices.tell(List.of(person, person, other), "task.handed-over", record(), Map.of());
    assertThat(inbox.unread(person)).isEqualTo(1);
    assertThat(inbox.unread(other)).isEqualTo(1);
  }

  @Test
  void idsAreReadAsNamesAndTheRecordByItsTitle() {
    notices.tell(List.of(person), "task.handed-over", record(), Map.of("person", other));
    assertThat(sentence().text()).isEqualTo("韦二把“换一盏灯”交给您办理");
    assertThat(sentence().subject()).isNotNull();
  }

  @Test
  void daysAreWrittenInTheLanguageAskedFor() {
    var day = LocalDate.of(2026, 11, 25);
    notices.tell(List.of(person), "task.urged", record(), Map.of("organisation", day));
    assertThat(sentence().text()).isEqualTo("2026年11月25日督办：换一盏灯");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(sentence().text()).isEqualTo("November 25, 2026 urges: 换一盏灯");
  }

  @Test
  void whoMayNoLongerOpenTheRecordReadsTheSentenceWithoutTitleOrWayThere() {
    notices.tell(List.of(person), "task.handed-over", records.closed(), Map.of("person", other));
    assertThat(sentence().text()).isEqualTo("韦二把一件事项交给您办理");
    assertThat(sentence().subject()).isNull();
  }

  @Test
  void titlesOfAPageAreAskedOnce() {
    notices.tell(List.of(person), "task.urged", record(), Map.of());
    notices.tell(List.of(person), "task.urged", record(), Map.of());
    var asked = records.asked();
    sentences.of(all(), reader());
    assertThat(records.asked()).isEqualTo(asked + 1);
  }

  @Test
  void aNoticeHoldsNoWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notices.tell(List.of(person), "x", record(), Map.of("name", "黄某某")));
    assertThat(inbox.unread(person)).isZero();
  }

  @Test
  void idsCodesNumbersAndDaysAreKept() {
    notices.tell(
        List.of(person),
        "x",
        record(),
        Map.of("id", other, "role", Role.RESIDENT, "n", 3, "day", LocalDate.of(2026, 11, 25)));
    assertThat(all().getFirst().arguments())
        .isEqualTo(Map.of("id", other.toString(), "role", "RESIDENT", "n", 3, "day", "2026-11-25"));
  }

  @Test
  void theLatestComesFirstAndPagesFollowWithoutGap() {
    for (int i = 0; i < 5; i++) {
      notices.tell(List.of(person), "x", record(), Map.of("n", i));
      if (i % 2 == 0) {
        clock.advance(Duration.ofMinutes(1));
      }
    }
    var seen = new ArrayList<Object>();
    String after = null;
    do {
      var page = inbox.of(person, Cursor.parse(after), 2);
      page.items().forEach(notice -> seen.add(notice.arguments().get("n")));
      after = page.next();
    } while (after != null);
    assertThat(seen).containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> inbox.of(person, new Cursor("infinity", UUID.randomUUID()), 2));
  }

  @Test
  void readIsReadForThatPersonAlone() {
    notices.tell(List.of(person, other), "x", record(), Map.of());
    var mine = all().getFirst().id();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> inbox.read(other, mine))
        .extracting(Refusal::code)
        .isEqualTo("notice.not-found");
    inbox.read(person, mine);
    inbox.read(person, mine);
    assertThat(all().getFirst().read()).isTrue();
    assertThat(inbox.unread(person)).isZero();
    assertThat(inbox.unread(other)).isEqualTo(1);
  }

  @Test
  void allAreReadAtOnce() {
    notices.tell(List.of(person, other), "x", record(), Map.of());
    notices.tell(List.of(person), "x", record(), Map.of());
    inbox.readAll(person);
    assertThat(inbox.unread(person)).isZero();
    assertThat(inbox.unread(other)).isEqualTo(1);
  }

  @Test
  void noticesAreForgottenAfter180Days() {
    notices.tell(List.of(person), "x", record(), Map.of("n", 1));
    clock.advance(Duration.ofSeconds(1));
    notices.tell(List.of(person), "x", record(), Map.of("n", 2));
    clock.advance(Duration.ofDays(180));
    retention.forget(retention.before(clock.instant()));
    assertThat(all()).extracting(Notice::arguments).containsExactly(Map.of("n", 2));
  }

  private Subject record() {
    return records.open("2026-0412", "换一盏灯");
  }

  private List<Notice> all() {
    return inbox.of(person, null, 20).items();
  }

  private Sentence sentence() {
    return sentences.of(all(), reader()).values().iterator().next();
  }

  private Actor reader() {
    return new Actor(person, null, Role.RESIDENT, null, null);
  }
}
