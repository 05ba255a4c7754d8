package org.silian.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.mail.MailServer.Security;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;

/** What the settings of the mail server promise. */
class MailServerTests {

  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @BeforeEach
  void open() {
    server.start();
  }

  @AfterEach
  void close() {
    server.stop();
  }

  @Test
  void aServerThatSpeaksNoTlsGetsNothingWhereTlsIsDemanded() {
    for (var security : new Security[] {Security.STARTTLS, Security.TLS}) {
      assertThatExceptionOfType(MailException.class).isThrownBy(() -> send("", security));
    }
    assertThat(server.getReceivedMessages()).isEmpty();

    send("", Security.NONE);

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aUserIsNamedToTheServer() {
    server.setUser("silian", "secret");

    send("silian", Security.NONE);

    assertThatExceptionOfType(MailException.class).isThrownBy(() -> send("other", Security.NONE));
  }

  @Test
  void aHostNeedsASenderAndAnAddressForLinks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("mail.example", "", "", Security.NONE));
    assertThat(settings("", "", "", Security.NONE).isThere()).isFalse();
  }

  private void send(String user, Security security) {
    var mail = new SimpleMailMessage();
    mail.setFrom("no-reply@silian.example");
    mail.setTo("huang@example.org");
    mail.setText("您好");
    settings("127.0.0.1", user, "https://silian.example", security).sender().send(mail);
  }

  private MailServer settings(String host, String user, String url, Security security) {
    return new MailServer(
        host, server.getSmtp().getPort(), user, "secret", "no-reply@silian.example", url, security);
  }
}
