package org.silian.notice;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.FORGOTTEN;
import static org.silian.privacy.PersonalFields.Merging.MOVES;
import static org.silian.privacy.PersonalFields.Merging.MOVES_UNLESS_THERE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.silian.journal.Actor;
import org.silian.privacy.DataRequestAnswered;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What notices keep of people; and the notice that a request about one's data is answered. */
@Component
@Order(10)
class NoticeData implements PersonalKeeper {

  private static final String EMAIL = "notice.email";
  private static final int MOST = 500;

  private final Notices notices;
  private final Inbox inbox;
  private final Sentences sentences;
  private final Emails emails;
  private final JdbcClient jdbc;

  NoticeData(Notices notices, Inbox inbox, Sentences sentences, Emails emails, JdbcClient jdbc) {
    this.notices = notices;
    this.inbox = inbox;
    this.sentences = sentences;
    this.emails = emails;
    this.jdbc = jdbc;
  }

  @EventListener
  void on(DataRequestAnswered answered) {
    notices.tell(List.of(answered.person()), "privacy.answered", answered.subject(), Map.of());
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("notice")
        .kind(
            "notice.inbox",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "notice.person_id",
            "notice.code",
            "notice.arguments")
        .kind(
            EMAIL,
            LawfulBasis.CONSENT,
            Sensitivity.CONTACT,
            "notice_email.person_id",
            "notice_email.address",
            "notice_email.quiet_from",
            "notice_email.quiet_to",
            "notice_silence.person_id",
            "notice_silence.kind",
            "notice_mail.person_id",
            "notice_mail.kind")
        .merging(MOVES, "notice.person_id")
        .merging(MOVES_UNLESS_THERE, "notice_email.person_id", "notice_silence.person_id")
        .merging(FORGOTTEN, "notice_mail.person_id")
        .impersonal(CODE, "notice.subject_type")
        .impersonal(MACHINE, "notice_email.code_mac", "notice_mail.letter")
        .impersonal(THING, "notice.subject_id");
  }

  @Override
  public List<Kept> kept(UUID person) {
    var kept = inbox.of(person, null, MOST).items();
    var read = sentences.of(kept, Actor.current());
    return Stream.concat(
            emails.of(person).map(NoticeData::kept).stream(),
            kept.stream()
                .map(
                    notice ->
                        Kept.of(
                            "notice.inbox",
                            "notice.at",
                            notice.at(),
                            "notice.code",
                            text(read, notice))))
        .toList();
  }

  private static Kept kept(Emails.Email email) {
    return Kept.of(
        EMAIL,
        "notice_email.address",
        email.address().text(),
        "notice_email.quiet_from",
        email.quiet().from(),
        "notice_email.quiet_to",
        email.quiet().to());
  }

  private static String text(Map<UUID, Sentences.Sentence> read, Inbox.Notice notice) {
    var sentence = read.get(notice.id());
    return sentence == null ? "" : sentence.text();
  }

  @Override
  public void erase(UUID person) {
    emails.remove(person);
    jdbc.sql("delete from notice where person_id = ?").param(person).update();
  }
}
