package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.silian.organisation.PhoneNumber;
import org.silian.vault.StandardWebhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands codes and invitations to the district's short-message service: one POST to its webhook for
 * each, signed as Standard Webhooks has it.
 */
@Component
class ShortMessages {

  private static final Logger log = LoggerFactory.getLogger(ShortMessages.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AccessProperties properties;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  ShortMessages(AccessProperties properties, JsonMapper json, Clock clock) {
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  private record Message(String type, Instant timestamp, Object data) {}

  private record Code(String phone, String code, CodePurpose purpose, long expiresInSeconds) {}

  private record Invitation(String phone, String link, Instant expires) {}

  boolean areConfigured() {
    var url = properties.sms().url();
    return url != null && !url.isBlank();
  }

  /**
   * Sends a code in the background: how long the service takes would tell whether the phone is
   * known. If it fails the person asks for another code; the log has no phone.
   */
  void sendCode(PhoneNumber phone, CodePurpose purpose, String code) {
    send("access.code", new Code(phone.digits(), code, purpose, Codes.LIFE.toSeconds()));
  }

  /** Sends the link of an invitation, in the background too; it can be sent once more by hand. */
  void sendInvitation(PhoneNumber phone, String link, Instant expires) {
    send("access.invitation", new Invitation(phone.digits(), link, expires));
  }

  private void send(String type, Object data) {
    var body = json.writeValueAsString(new Message(type, clock.instant(), data));
    Thread.ofVirtual().name("short-message").start(() -> post(body));
  }

  private void post(String body) {
    try {
      var answer = http.send(request(body), HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        log.warn("The short-message service answered {}", answer.statusCode());
      }
    } catch (IOException e) {
      log.warn("The short-message service cannot be reached: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(String body) {
    var sms = properties.sms();
    if (sms.url() == null || sms.secret() == null) {
      throw new IllegalStateException("silian.sms.url or silian.sms.secret is missing");
    }
    return new StandardWebhook(URI.create(sms.url()), sms.secret())
        .request(UuidCreator.getTimeOrderedEpoch(), clock.instant(), body);
  }
}
