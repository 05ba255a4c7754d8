package org.silian.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.silian.language.Texts;
import org.silian.mail.MailServer;
import org.silian.vault.StandardWebhook;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries one seal to one target, or fails. */
@Component
class SealCourier {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SealProperties.Outside outside;
  private final MailServer mail;
  private final Sealer sealer;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  SealCourier(
      SealProperties properties,
      MailServer mail,
      Sealer sealer,
      Texts texts,
      JsonMapper json,
      Clock clock) {
    this.outside = properties.seal();
    this.mail = mail;
    this.sealer = sealer;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  void send(SealTarget target, Seal seal, LocalDate day) throws IOException {
    var text = seal.file(sealer.publicKey());
    switch (target) {
      case FOLDER -> write(Path.of(Objects.requireNonNull(outside.folder())), seal, day, text);
      case MAIL -> mail(Objects.requireNonNull(outside.mail()), seal, day, text);
      case WEBHOOK -> post(seal, text);
    }
  }

  /** Written once under a name of its own: the medium may take nothing back. */
  private static void write(Path folder, Seal seal, LocalDate day, String text) throws IOException {
    Files.createDirectories(folder);
    for (int attempt = 1; ; attempt++) {
      var file =
          folder.resolve(
              "silian-seal-%s-%s-%d%s.txt"
                  .formatted(
                      seal.district(), day, seal.number(), attempt == 1 ? "" : "-" + attempt));
      try {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
        return;
      } catch (FileAlreadyExistsException e) {
        // An attempt that was cut short after the last byte has done its work.
        if (Files.readString(file).equals(text)) {
          return;
        }
      }
    }
  }

  private void mail(String address, Seal seal, LocalDate day, String text) throws IOException {
    if (!mail.isThere()) {
      throw new IOException("no mail server is set");
    }
    var message = new SimpleMailMessage();
    message.setFrom(mail.from());
    message.setTo(address);
    message.setSubject(
        texts.text("journal.seal-mail", Map.of("day", day, "line", seal.known().line())));
    message.setText(text);
    try {
      mail.sender().send(message);
    } catch (MailException e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private record Message(String type, Instant timestamp, Data data) {}

  private record Data(
      String district, long number, String hash, Instant sealedAt, String text, String line) {}

  private void post(Seal seal, String text) throws IOException {
    var known = seal.known();
    var body =
        json.writeValueAsString(
            new Message(
                "journal.sealed",
                clock.instant(),
                new Data(
                    seal.district(),
                    seal.number(),
                    known.hash(),
                    seal.sealedAt(),
                    text,
                    known.line())));
    var webhook =
        new StandardWebhook(
            URI.create(Objects.requireNonNull(outside.url())),
            Objects.requireNonNull(outside.secret()));
    try {
      var answer =
          http.send(
              webhook.request(UuidCreator.getTimeOrderedEpoch(), clock.instant(), body),
              HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException("the webhook answered " + answer.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
