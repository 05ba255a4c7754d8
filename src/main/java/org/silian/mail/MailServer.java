package org.silian.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mail server; without one, no mail is offered to anybody.
 *
 * @param host empty where there is none
 * @param user empty for a server that wants none
 * @param from the address that sends
 * @param url what people's browsers reach Silian under; links in mails begin with it
 */
@ConfigurationProperties("silian.mail")
public record MailServer(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("") String url,
    @DefaultValue("starttls") Security security) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How the way to the server is protected. */
  public enum Security {
    /** Demanded, not tried. */
    STARTTLS,
    TLS,
    NONE
  }

  public MailServer {
    if (!host.isBlank() && (from.isBlank() || url.isBlank())) {
      throw new IllegalArgumentException(
          "silian.mail.host needs silian.mail.from and silian.mail.url");
    }
  }

  public boolean isThere() {
    return !host.isBlank();
  }

  /** Sends through it. Without patience's end a silent server would hold a thread for ever. */
  public JavaMailSender sender() {
    var sender = new JavaMailSenderImpl();
    sender.setHost(host);
    sender.setPort(port);
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    var smtp = sender.getJavaMailProperties();
    for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
      smtp.setProperty("mail.smtp." + wait, String.valueOf(PATIENCE.toMillis()));
    }
    if (!user.isBlank()) {
      sender.setUsername(user);
      sender.setPassword(password);
      smtp.setProperty("mail.smtp.auth", "true");
    }
    if (security != Security.NONE) {
      smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      smtp.setProperty(
          security == Security.TLS ? "mail.smtp.ssl.enable" : "mail.smtp.starttls.required",
          "true");
    }
    return sender;
  }
}
