package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.organisation.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the short-message service of a district receives. */
@ModuleTest
class ShortMessagesTests {

  private static final String SECRET = "whsec_c2hhcmVkLXdpdGgtdGhlLXNob3J0LW1lc3NhZ2Utc2VydmljZQ==";

  @Autowired JsonMapper json;
  @Autowired Clock clock;
  @Autowired AccessProperties defaults;

  private record Received(Map<String, String> headers, String body) {}

  @Test
  void theServiceCanCheckThatACodeComesFromHere() throws Exception {
    var message =
        received(
            messages ->
                messages.sendCode(new PhoneNumber("13800138000"), CodePurpose.SIGN_IN, "123456"));

    assertThat(message.body()).contains("\"phone\":\"13800138000\"", "\"code\":\"123456\"");
    assertThat(message.headers().get("timestamp"))
        .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
    assertThat(message.headers().get("signature")).isEqualTo("v1," + signature(SECRET, message));
  }

  @Test
  void anInvitationIsAMessageOfItsOwnType() throws Exception {
    var link = "https://silian.example/console/invitation/x";
    var message =
        received(
            messages ->
                messages.sendInvitation(new PhoneNumber("13800138000"), link, clock.instant()));

    assertThat(message.body())
        .contains("\"type\":\"access.invitation\"", "\"phone\":\"13800138000\"", link);
  }

  private Received received(Consumer<ShortMessages> sending) throws Exception {
    var received = new CompletableFuture<Received>();
    var service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var headers = exchange.getRequestHeaders();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
          received.complete(
              new Received(
                  Map.of(
                      "id", headers.getFirst("webhook-id"),
                      "timestamp", headers.getFirst("webhook-timestamp"),
                      "signature", headers.getFirst("webhook-signature")),
                  body));
        });
    service.start();
    try {
      sending.accept(messages("http://127.0.0.1:" + service.getAddress().getPort() + "/sms"));
      return received.get(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
    } finally {
      service.stop(0);
    }
  }

  private ShortMessages messages(String url) {
    return new ShortMessages(
        new AccessProperties(
            false, null, null, new AccessProperties.Sms(url, SECRET), defaults.access()),
        json,
        clock);
  }

  private static String signature(String secret, Received message) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
    var signed =
        message.headers().get("id")
            + "."
            + message.headers().get("timestamp")
            + "."
            + message.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
