package org.silian.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.silian.language.Texts;
import org.silian.mail.MailServer;
import org.silian.notice.Inbox.Notice;
import org.silian.notice.MailQueue.Letter;
import org.silian.notice.Postman.Mail;
import org.silian.organisation.Readings;
import org.silian.tenancy.District;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes mails in the language of who reads them: sentences without names, links, and the way out.
 */
@Component
class Letters {

  private final Inbox inbox;
  private final Emails emails;
  private final Sentences sentences;
  private final NoticeKinds kinds;
  private final Unsubscribing unsubscribing;
  private final Readings readings;
  private final Texts texts;
  private final MailServer server;

  Letters(
      Inbox inbox,
      Emails emails,
      Sentences sentences,
      NoticeKinds kinds,
      Unsubscribing unsubscribing,
      Readings readings,
      Texts texts,
      MailServer server) {
    this.inbox = inbox;
    this.emails = emails;
    this.sentences = sentences;
    this.kinds = kinds;
    this.unsubscribing = unsubscribing;
    this.readings = readings;
    this.texts = texts;
    this.server = server;
  }

  /** What one says, and where it leads. */
  private record Line(String words, String link) {}

  /**
   * The letter as a mail; empty where all of it has been read meanwhile, or the address is gone.
   */
  Optional<Mail> write(Letter letter) {
    var notices = inbox.ofLetter(letter.id());
    var email = emails.of(letter.person()).filter(Emails.Email::confirmed);
    if (notices.isEmpty() || email.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        in(
            readings.language(letter.person()),
            () -> notices(letter, email.get().address(), notices)));
  }

  private Mail notices(Letter letter, EmailAddress to, List<Notice> notices) {
    var in = new TreeSet<>(notices.stream().map(notice -> kinds.of(notice.code())).toList());
    var lines =
        notices.stream()
            .map(
                notice ->
                    new Line(
                        sentences.withoutNames(notice),
                        "%s/open/%s/%s"
                            .formatted(url(), notice.subject().type(), notice.subject().id())))
            .toList();
    var subject =
        texts.text(
            "notice.mail.subject",
            Map.of("district", District.current().name(), "count", notices.size()));
    var foot = texts.text("notice.mail.foot", Map.of("district", District.current().name()));
    var out = waysOut(letter.person(), in);
    return new Mail(
        letter.id().toString(),
        to,
        sender(),
        subject,
        text(lines, foot, out),
        html(lines, foot, out),
        oneClick(letter.person(), in));
  }

  /** RFC 8058: the reader's mail program offers it as one press. */
  private Map<String, String> oneClick(UUID person, NavigableSet<String> in) {
    var link = url() + "/api/notices/unsubscriptions/" + unsubscribing.token(person, in);
    return Map.of(
        "List-Unsubscribe",
        "<" + link + ">",
        "List-Unsubscribe-Post",
        "List-Unsubscribe=One-Click");
  }

  private List<Line> waysOut(UUID person, NavigableSet<String> in) {
    return in.stream()
        .map(
            kind ->
                new Line(
                    texts.text("notice.mail.unsubscribe", Map.of("kind", kinds.name(kind))),
                    url() + "/unsubscribe/" + unsubscribing.token(person, List.of(kind))))
        .toList();
  }

  /** The mail with the code that proves an address. */
  Mail code(UUID person, EmailAddress to, String code) {
    return in(
        readings.language(person),
        () -> {
          var words = texts.text("notice.mail.code", Map.of("code", code));
          return new Mail(
              UUID.randomUUID().toString(),
              to,
              sender(),
              texts.text("notice.mail.code-subject"),
              words,
              "<p>%s</p>".formatted(HtmlUtils.htmlEscape(words)),
              Map.of());
        });
  }

  private static String text(List<Line> lines, String foot, List<Line> out) {
    return lines.stream().map(Letters::two).collect(Collectors.joining("\n\n"))
        + "\n\n-- \n"
        + foot
        + "\n"
        + out.stream().map(Letters::two).collect(Collectors.joining("\n"));
  }

  private static String two(Line line) {
    return line.words() + "\n" + line.link();
  }

  private static String html(List<Line> lines, String foot, List<Line> out) {
    return "<ul>"
        + lines.stream().map(Letters::item).collect(Collectors.joining())
        + "</ul><p><small>"
        + HtmlUtils.htmlEscape(foot)
        + "</small></p><p><small>"
        + out.stream().map(Letters::anchor).collect(Collectors.joining("<br>"))
        + "</small></p>";
  }

  private static String item(Line line) {
    return "<li>" + anchor(line) + "</li>";
  }

  private static String anchor(Line line) {
    return "<a href=\"%s\">%s</a>"
        .formatted(HtmlUtils.htmlEscape(line.link()), HtmlUtils.htmlEscape(line.words()));
  }

  private String sender() {
    return texts.text("notice.mail.sender", Map.of("district", District.current().name()));
  }

  private String url() {
    return server.url().replaceFirst("/+$", "");
  }

  private static <T> T in(Locale language, Supplier<T> work) {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language);
    try {
      return work.get();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }
}
