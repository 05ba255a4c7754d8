package org.silian.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.TestRecords;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.mail.MailServer;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.Readings;
import org.silian.problem.Refusal;
import org.silian.tenancy.Districts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Notices by mail, at a mail server that really takes them. */
@ModuleTest
class NoticeMailTests {

  private static final Pattern TOKEN = Pattern.compile("/unsubscriptions/([\\w-]+)");

  @Autowired Notices notices;
  @Autowired Inbox inbox;
  @Autowired Emails emails;
  @Autowired Silences silences;
  @Autowired MailQueue queue;
  @Autowired NoticeKinds kinds;
  @Autowired Sentences sentences;
  @Autowired Unsubscribing unsubscribing;
  @Autowired Readings readings;
  @Autowired Texts texts;
  @Autowired Districts districts;
  @Autowired TestRecords records;
  @Autowired TestClock clock;
  @Autowired TestDistrict district;
  @Autowired PersonManagement people;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private MailRound round;
  private UUID person;

  @BeforeEach
  void open() {
    server.start();
    jdbc.sql("delete from notice_mail").update();
    person = Actor.SYSTEM.call(() -> people.register("黄一", null));
    round = round(server.getSmtp().getPort());
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void whoGaveAnAddressIsToldThereAsWell() throws Exception {
    confirmed("huang@example.org");
    tell("task.handed-over", Map.of("person", person));
    assertThat(round.send()).isEqualTo(1);
    var mail = only();
    assertThat(mail.getSubject()).endsWith("：您有1条通知");
    assertThat(mail.getAllRecipients()[0]).hasToString("huang@example.org");
    assertThat(text(mail))
        .contains("有人把一件事项交给您办理", "https://silian.example/open/")
        .doesNotContain("黄一", "换一盏灯");
    assertThat(inbox.unread(person)).isEqualTo(1);
    assertThat(round.send()).isZero();
  }

  @Test
  void anAddressIsUsedOnlyOnceItsCodeCameBack() {
    var code = emails.ask(person, EmailAddress.parse("huang@example.org"));
    tell("task.urged", Map.of());
    assertThat(round.send()).isZero();
    refused("notice.email-code", () -> emails.confirm(person, other(code)));
    emails.confirm(person, code);
    refused("notice.email-code", () -> emails.confirm(person, code));
    tell("task.urged", Map.of());
    assertThat(round.send()).isEqualTo(1);
  }

  @Test
  void aCodeIsGoodForAQuarterOfAnHourAndFiveTries() {
    var code = emails.ask(person, EmailAddress.parse("huang@example.org"));
    for (int i = 0; i < Emails.ATTEMPTS; i++) {
      refused("notice.email-code", () -> emails.confirm(person, other(code)));
    }
    refused("notice.email-code", () -> emails.confirm(person, code));
    clock.advance(Emails.BETWEEN_CODES);
    var second = emails.ask(person, EmailAddress.parse("huang@example.org"));
    clock.advance(Emails.CODE_LIFE);
    refused("notice.email-code", () -> emails.confirm(person, second));
  }

  @Test
  void nobodyIsFloodedWithCodes() {
    var address = EmailAddress.parse("huang@example.org");
    emails.ask(person, address);
    refused("too-many", () -> emails.ask(person, address));
    for (int i = 1; i < Emails.CODES_A_DAY; i++) {
      clock.advance(Emails.BETWEEN_CODES);
      emails.ask(person, address);
    }
    clock.advance(Emails.BETWEEN_CODES);
    refused("too-many", () -> emails.ask(person, address));
    clock.advance(Duration.ofDays(1));
    assertThat(emails.ask(person, address)).hasSize(6);
  }

  @Test
  void whatIsToldAtNightGoesOutInTheMorningAsOneMail() throws Exception {
    confirmed("huang@example.org");
    clock.set(Instant.parse("2026-11-23T13:30:00Z")); // half past nine in the evening
    tell("task.urged", Map.of());
    clock.advance(Duration.ofHours(3));
    tell("wish.published", Map.of());
    assertThat(round.send()).isZero();
    clock.set(Instant.parse("2026-11-23T23:29:00Z"));
    assertThat(round.send()).isZero();
    clock.set(Instant.parse("2026-11-23T23:30:00Z"));
    assertThat(round.send()).isEqualTo(1);
    assertThat(only().getSubject()).endsWith("：您有2条通知");
    assertThat(text(only())).contains("要办的事", "心愿：");
  }

  @Test
  void everybodyHasQuietHoursOfHerOwn() {
    confirmed("huang@example.org");
    emails.hush(person, new QuietHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
    tell("task.urged", Map.of());
    assertThat(round.send()).isZero();
    clock.advance(Duration.ofHours(2));
    assertThat(round.send()).isEqualTo(1);
  }

  @Test
  void whatWasReadMeanwhileIsNotSent() {
    confirmed("huang@example.org");
    tell("task.urged", Map.of());
    inbox.readAll(person);
    assertThat(round.send()).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void kindsNobodyWantsByMailStayInTheInbox() {
    confirmed("huang@example.org");
    tell("task.urged", Map.of());
    silences.add(person, List.of("task"));
    tell("task.urged", Map.of());
    assertThat(round.send()).isZero();
    silences.lift(person, "task");
    tell("task.urged", Map.of());
    assertThat(round.send()).isEqualTo(1);
    assertThat(inbox.unread(person)).isEqualTo(3);
  }

  @Test
  void aServerThatIsAwayIsTriedAgainWithTheSameMessageIdAndGivenUpAfterADay() throws Exception {
    confirmed("huang@example.org");
    tell("task.urged", Map.of());
    var away = round(1);
    assertThat(away.send()).isZero();
    var letter =
        jdbc.sql("select letter from notice_mail").query((r, n) -> r.getString(1)).single();
    assertThat(round.send()).isZero();
    clock.advance(Duration.ofMinutes(5));
    assertThat(round.send()).isEqualTo(1);
    assertThat(only().getMessageID()).isEqualTo("<" + letter + "@silian.example>");

    tell("task.urged", Map.of());
    assertThat(away.send()).isZero();
    clock.advance(MailQueue.TRIED_FOR.plusSeconds(1));
    assertThat(round.send()).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void onePressInTheMailEndsItsKindWithoutSigningIn() throws Exception {
    confirmed("huang@example.org");
    tell("wish.published", Map.of());
    round.send();
    assertThat(only().getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    var link = only().getHeader("List-Unsubscribe", null).replaceAll("\\s", "");
    var found = TOKEN.matcher(link);
    assertThat(found.find()).isTrue();
    assertThat(link).doesNotContain(person.toString());
    var press =
        mvc.post()
            .uri("/api/notices/unsubscriptions/" + found.group(1))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .content("List-Unsubscribe=One-Click");
    assertThat(press).hasStatusOk();
    assertThat(press).hasStatusOk();
    assertThat(silences.of(person)).containsExactly("wish");
    assertThat(mvc.post().uri("/api/notices/unsubscriptions/x" + found.group(1))).hasStatus(404);
  }

  @Test
  void inTheLanguageOfWhoReads() throws Exception {
    confirmed("huang@example.org");
    jdbc.sql("insert into organisation_reading values (?, 'en', false)").param(person).update();
    tell("task.urged", Map.of("organisation", district.root()));
    round.send();
    assertThat(only().getSubject()).endsWith(": 1 notice(s) for you");
    assertThat(text(only())).contains("urges a matter", "No more mail about");
  }

  /** R-PI-05: withdrawing is as easy as giving, and leaves nothing. */
  @Test
  void rPi05_anAddressTakenAwayLeavesNothing() {
    confirmed("huang@example.org");
    silences.add(person, List.of("wish"));
    tell("task.urged", Map.of());
    emails.remove(person);
    assertThat(round.send()).isZero();
    assertThat(waiting()).isZero();
    assertThat(emails.of(person)).isEmpty();
    assertThat(silences.of(person)).isEmpty();
  }

  @Test
  void theDatabaseHasTheAddressSealed() {
    confirmed("huang@example.org");
    var kept =
        jdbc.sql("select address from notice_email where person_id = ?")
            .param(person)
            .query((row, n) -> row.getBytes(1))
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("huang", "example");
    assertThat(emails.of(person).orElseThrow().address()).hasToString("h***@example.org");
  }

  @Test
  void anAddressMustLookLikeOne() {
    for (var typed : List.of("", "huang", "huang@", "a b@c.cn", "x@y", "x@y.cn\nBcc: z@z.cn")) {
      refused("notice.email-address", () -> EmailAddress.parse(typed));
    }
  }

  @Test
  void aKindIsNamedByItsModule() {
    assertThat(kinds.all()).contains("task", "wish").endsWith("other");
    assertThat(kinds.of("wish.published")).isEqualTo("wish");
    assertThat(kinds.of("nobody.knows")).isEqualTo("other");
  }

  private MailRound round(int port) {
    var server =
        new MailServer(
            "127.0.0.1",
            port,
            "",
            "",
            "no-reply@silian.example",
            "https://silian.example/",
            MailServer.Security.NONE);
    var letters =
        new Letters(inbox, emails, sentences, kinds, unsubscribing, readings, texts, server);
    return new MailRound(queue, letters, new Postman(server, clock), server, districts);
  }

  private void confirmed(String address) {
    emails.confirm(person, emails.ask(person, EmailAddress.parse(address)));
  }

  private void tell(String code, Map<String, ?> arguments) {
    notices.tell(List.of(person), code, records.open("2026-0412", "换一盏灯"), arguments);
  }

  private long waiting() {
    return jdbc.sql("select count(*) from notice_mail where person_id = ?")
        .param(person)
        .query((row, n) -> row.getLong(1))
        .single();
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  /** The plain part. */
  private static String text(MimeMessage mail) throws Exception {
    return plain(mail.getContent());
  }

  private static String plain(Object content) throws Exception {
    return content instanceof MimeMultipart parts
        ? plain(parts.getBodyPart(0).getContent())
        : content.toString();
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
