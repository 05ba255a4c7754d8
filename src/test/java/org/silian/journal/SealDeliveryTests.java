package org.silian.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.SealProperties.Outside;
import org.silian.journal.Stones.StoneLaid;
import org.silian.language.Texts;
import org.silian.mail.MailServer;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.silian.vault.StandardWebhook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How the day's seal leaves the database. */
@ModuleTest
class SealDeliveryTests {

  private static final String SECRET = "whsec_c2lsaWFuLXRlc3Qtc2VjcmV0LTMyLWJ5dGVzLWxvbmchISE=";

  @Autowired JdbcClient jdbc;
  @Autowired Districts districts;
  @Autowired Sealer sealer;
  @Autowired SealAlarms alarms;
  @Autowired SealBoard board;
  @Autowired Drain drain;
  @Autowired Stones stones;
  @Autowired TestDistrict town;
  @Autowired TestClock clock;
  @Autowired Texts texts;
  @Autowired JsonMapper json;

  @TempDir Path outside;

  private record Received(String id, String timestamp, String signature, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final GreenMail mails = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private HttpServer receiver;
  private int answer = 204;

  @BeforeEach
  void aSealAndAReceiver() throws IOException {
    jdbc.sql("update journal_delivery set delivered_at = null").update();
    worker()
        .run(
            () ->
                stones.tell(new StoneLaid(town.root(), Instant.parse("2026-11-01T20:00:00Z"), 1)));
    drain.drain();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    receiver.start();
    mails.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    mails.stop();
  }

  private Actor worker() {
    return town.appointed(Role.COMMUNITY_WORKER, town.community("秀灵南社区"));
  }

  @Test
  void eachTargetGetsTheLatestSealOnceADay() throws IOException {
    nextDay();
    var delivery = delivery(outside.toString(), "audit@example.org", url());

    delivery.deliver();
    clock.advance(Duration.ofMinutes(30));
    delivery.deliver();

    var seal = sealer.latest().orElseThrow();
    try (var files = Files.list(outside)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file -> assertThat(Seal.Known.parse(Files.readString(file))).isEqualTo(seal.known()));
    }
    assertThat(mails.getReceivedMessages())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.getSubject()).endsWith(seal.known().line());
              assertThat(Seal.Known.parse(String.valueOf(mail.getContent())))
                  .isEqualTo(seal.known());
            });
    assertThat(received).hasSize(1);
    assertSigned(received.getFirst());
    assertThat(json.readTree(received.getFirst().body()).path("data").path("line").asString())
        .isEqualTo(seal.known().line());

    clock.advance(Duration.ofDays(1));
    delivery.deliver();

    assertThat(mails.getReceivedMessages()).hasSize(2);
    assertThat(received).hasSize(2);
  }

  @Test
  void whatFailsIsTriedAgainAndAnAdministratorIsToldOnceADay() {
    nextDay();
    var auditor = town.appointed(Role.AUDIT_ADMINISTRATOR, town.root());
    var delivery = delivery(null, null, url());
    answer = 500;

    for (int i = 0; i < 3; i++) {
      delivery.deliver();
      clock.advance(Duration.ofMinutes(5));
    }

    assertThat(received).as("tried every ten minutes").hasSize(2);
    assertThat(notices(auditor)).containsExactly("journal.undelivered");
    assertThat(board.target(SealTarget.WEBHOOK).failing()).isNotNull();

    answer = 204;
    clock.advance(Duration.ofMinutes(10));
    delivery.deliver();

    assertThat(received).hasSize(3);
    assertThat(board.target(SealTarget.WEBHOOK).failing()).isNull();
    assertThat(board.target(SealTarget.WEBHOOK).deliveredAt()).isEqualTo(clock.instant());
    assertThat(notices(auditor)).hasSize(1);
  }

  @Test
  void aFileThatIsThereIsNeverWrittenOver() throws IOException {
    nextDay();
    var seal = sealer.latest().orElseThrow();
    var name =
        "silian-seal-%s-%s-%d"
            .formatted(seal.district(), District.day(clock.instant()), seal.number());
    Files.writeString(outside.resolve(name + ".txt"), "cut sho");

    delivery(outside.toString(), null, null).deliver();

    assertThat(outside.resolve(name + ".txt")).hasContent("cut sho");
    assertThat(Seal.Known.parse(Files.readString(outside.resolve(name + "-2.txt"))))
        .isEqualTo(seal.known());
  }

  @Test
  void aMailWithoutAMailServerFails() {
    nextDay();
    var auditor = town.appointed(Role.AUDIT_ADMINISTRATOR, town.root());

    delivery(null, "audit@example.org", null, "").deliver();

    assertThat(notices(auditor)).containsExactly("journal.undelivered");
  }

  /** Each test has days of its own. */
  private void nextDay() {
    clock.set(TestClock.START.plus(Duration.ofDays(10L * ++day)));
  }

  private static int day;

  private String url() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/seals";
  }

  private SealDelivery delivery(
      @Nullable String folder, @Nullable String mail, @Nullable String url) {
    return delivery(folder, mail, url, "127.0.0.1");
  }

  private SealDelivery delivery(
      @Nullable String folder, @Nullable String mail, @Nullable String url, String mailHost) {
    var properties = new SealProperties(outside, new Outside(folder, mail, url, SECRET));
    var server =
        new MailServer(
            mailHost,
            mails.getSmtp().getPort(),
            "",
            "",
            "no-reply@silian.example",
            "https://silian.example",
            MailServer.Security.NONE);
    var courier = new SealCourier(properties, server, sealer, texts, json, clock);
    return new SealDelivery(jdbc, districts, sealer, courier, alarms, properties, clock);
  }

  private List<String> notices(Actor actor) {
    return jdbc.sql("select code from notice where person_id = ?")
        .param(actor.personOrRefuse())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static void assertSigned(Received message) {
    var again =
        new StandardWebhook(URI.create("http://x.test"), SECRET)
            .request(
                UUID.fromString(message.id().replace("msg_", "")),
                Instant.ofEpochSecond(Long.parseLong(message.timestamp())),
                message.body());
    assertThat(again.headers().firstValue("webhook-signature")).contains(message.signature());
  }
}
