package org.silian.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server through which notices go; without one, no mail is offered to anybody.
 *
 * @param from the address that sends
 * @param url what people's browsers reach Silian under; links in mails begin with it
 * @param security {@code starttls} (demanded, not tried), {@code tls} or {@code none}
 */
@ConfigurationProperties("silian.mail")
record MailProperties(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String from,
    @Nullable String url,
    @DefaultValue("starttls") Security security) {

  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  MailProperties {
    if (isSet(host) && !(isSet(from) && isSet(url))) {
      throw new IllegalArgumentException(
          "silian.mail.host needs silian.mail.from and silian.mail.url");
    }
  }

  boolean isOffered() {
    return isSet(host);
  }

  private static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
