package org.silian.journal;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silian.vault.StandardWebhook;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mail.MailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Where seals are kept.
 *
 * @param data the data folder, for the latest seal
 * @param seal where the seal of the day goes
 * @param mail the server that carries it there
 */
@ConfigurationProperties("silian")
record SealProperties(Path data, @DefaultValue Outside seal, @DefaultValue Mail mail) {

  /**
   * @param host none where it is empty
   * @param security {@code starttls}, {@code tls} or {@code none}
   */
  record Mail(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("") String from,
      @DefaultValue("starttls") String security) {

    /** Without its patience a silent server would hold a thread for ever. */
    Optional<MailSender> sender() {
      if (host.isBlank()) {
        return Optional.empty();
      }
      var sender = new JavaMailSenderImpl();
      sender.setHost(host);
      sender.setPort(port);
      var smtp = sender.getJavaMailProperties();
      for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
        smtp.setProperty("mail.smtp." + wait, "10000");
      }
      smtp.setProperty(
          "mail.smtp.starttls.required", String.valueOf(security.equalsIgnoreCase("starttls")));
      smtp.setProperty("mail.smtp.ssl.enable", String.valueOf(security.equalsIgnoreCase("tls")));
      if (!user.isBlank()) {
        sender.setUsername(user);
        sender.setPassword(password);
        smtp.setProperty("mail.smtp.auth", "true");
      }
      return Optional.of(sender);
    }
  }

  /**
   * @param folder best on a medium that can be written once
   * @param mail the address of somebody who keeps it
   * @param url of a webhook
   * @param secret which the webhook shares
   */
  record Outside(
      @Nullable String folder,
      @Nullable String mail,
      @Nullable String url,
      @Nullable String secret) {

    Outside {
      if (given(url) && (secret == null || !StandardWebhook.isSecret(secret))) {
        throw new IllegalArgumentException(
            "silian.seal.url needs silian.seal.secret: whsec_ and base64");
      }
    }

    Set<SealTarget> targets() {
      var targets = EnumSet.noneOf(SealTarget.class);
      if (given(folder)) {
        targets.add(SealTarget.FOLDER);
      }
      if (given(mail)) {
        targets.add(SealTarget.MAIL);
      }
      if (given(url)) {
        targets.add(SealTarget.WEBHOOK);
      }
      return targets;
    }

    private static boolean given(@Nullable String value) {
      return value != null && !value.isBlank();
    }
  }
}
