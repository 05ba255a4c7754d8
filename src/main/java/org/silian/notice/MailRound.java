package org.silian.notice;

import org.silian.mail.MailServer;
import org.silian.tenancy.Districts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, letter by letter, holding no connection while the mail server is asked. */
@Component
class MailRound {

  private static final int MOST = 500;

  private final MailQueue queue;
  private final Letters letters;
  private final Postman postman;
  private final MailServer server;
  private final Districts districts;

  MailRound(
      MailQueue queue, Letters letters, Postman postman, MailServer server, Districts districts) {
    this.queue = queue;
    this.letters = letters;
    this.postman = postman;
    this.server = server;
    this.districts = districts;
  }

  @Scheduled(fixedDelayString = "${silian.mail.round:PT1M}")
  void everywhere() {
    if (server.isThere()) {
      districts.all().forEach(district -> district.run(this::send));
    }
  }

  /**
   * Sends what is due in this district, until a mail is not taken: then the server is left alone.
   *
   * @return how many went
   */
  int send() {
    int sent = 0;
    for (int i = 0; i < MOST; i++) {
      var letter = queue.next();
      if (letter.isEmpty()) {
        return sent;
      }
      var mail = letters.write(letter.get());
      var outcome = mail.map(postman::send).orElse(Postman.Outcome.REFUSED);
      if (outcome == Postman.Outcome.LATER) {
        return sent;
      }
      queue.done(letter.get());
      if (outcome == Postman.Outcome.SENT) {
        sent++;
      }
    }
    return sent;
  }
}
