package org.silian.notice;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import org.silian.mail.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the district's mail server. */
@Component
class Postman {

  private static final Logger log = LoggerFactory.getLogger(Postman.class);

  private final MailServer server;
  private final Clock clock;

  Postman(MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /**
   * A mail.
   *
   * @param id the same at every try
   * @param sender what the person reads as its sender
   * @param headers more of them
   */
  record Mail(
      String id,
      EmailAddress to,
      String sender,
      String subject,
      String text,
      String html,
      Map<String, String> headers) {}

  /** What became of it. */
  enum Outcome {
    SENT,
    /** This address takes none, now or ever. */
    REFUSED,
    /** The server is not there, or asks to come again. */
    LATER
  }

  /** Sends it; the log has neither the address nor what it says. */
  Outcome send(Mail mail) {
    var sender = server.sender();
    try {
      var message = sender.createMimeMessage();
      write(mail, new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name()));
      message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
      message.setHeader("Auto-Submitted", "auto-generated");
      for (var header : mail.headers().entrySet()) {
        message.setHeader(header.getKey(), header.getValue());
      }
      sender.send(message);
      return Outcome.SENT;
    } catch (MailSendException e) {
      if (isRefused(e)) {
        return Outcome.REFUSED;
      }
      return later(e);
    } catch (MailException e) {
      return later(e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("A mail that cannot be written", e);
    }
  }

  private void write(Mail mail, MimeMessageHelper helper)
      throws MessagingException, UnsupportedEncodingException {
    helper.setFrom(server.from(), mail.sender());
    helper.setTo(mail.to().text());
    helper.setSubject(mail.subject());
    helper.setSentDate(Date.from(clock.instant()));
    helper.setText(mail.text(), mail.html());
  }

  private static Outcome later(MailException e) {
    log.warn("The mail server did not take a mail: {}", e.getClass().getSimpleName());
    return Outcome.LATER;
  }

  /** An address the server will not have, which it says of the address alone. */
  private static boolean isRefused(MailSendException e) {
    return Arrays.stream(e.getMessageExceptions()).anyMatch(Postman::isOfAddress);
  }

  private static boolean isOfAddress(Exception e) {
    return e instanceof SendFailedException failed
        && failed.getInvalidAddresses() instanceof Address[] invalid
        && invalid.length > 0;
  }

  private String domain() {
    return server.from().substring(server.from().indexOf('@') + 1);
  }
}
