package org.silian.vault;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Requests signed as Standard Webhooks has it, with a secret that the receiver shares.
 *
 * @param url of the receiver
 * @param secret {@code whsec_} and base64
 */
public record StandardWebhook(URI url, String secret) {

  private static final String PREFIX = "whsec_";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public StandardWebhook {
    if (!isSecret(secret)) {
      throw new IllegalArgumentException("A webhook's secret is whsec_ and base64");
    }
  }

  public static boolean isSecret(String secret) {
    return secret.startsWith(PREFIX);
  }

  /** A POST of the JSON, signed. */
  public HttpRequest request(UUID id, Instant at, String json) {
    var message = "msg_" + id;
    var timestamp = String.valueOf(at.getEpochSecond());
    return HttpRequest.newBuilder(url)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("webhook-id", message)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", "v1," + sign(message + "." + timestamp + "." + json))
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private String sign(String content) {
    var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    return Base64.getEncoder()
        .encodeToString(InstallationSecret.hmac(key, content.getBytes(StandardCharsets.UTF_8)));
  }
}
