package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;

/** Against something that answers as an S3-compatible store does. */
class S3StoreTests {

  private static final String HASH = "ab" + "0".repeat(62);
  private static final District HERE = new District("990000", "试验城区", null);
  private static final District THERE = new District("990001", "别的城区", null);

  @TempDir Path folder;

  private final Map<String, byte[]> kept = new ConcurrentSkipListMap<>();
  private final List<String> unsigned = new ArrayList<>();
  private HttpServer server;
  private ContentStore store;

  @BeforeEach
  void aStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    store =
        new S3Store(
            FileModule.client(
                new FileProperties.S3(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                    "cn-south-1",
                    "silian",
                    "access",
                    "secret")),
            "silian");
  }

  @AfterEach
  void itStops() {
    server.stop(0);
    assertThat(unsigned).isEmpty();
  }

  @Test
  void keepsOpensFindsAndDeletes() {
    HERE.run(
        () -> {
          assertThat(store.open(HASH)).isEmpty();
          assertThat(store.find(HASH)).isEmpty();

          store.put(content("abc"), HASH);
          assertThat(kept).containsOnlyKeys("/silian/990000/ab/" + HASH);
          assertThat(store.open(HASH).map(S3StoreTests::text)).contains("abc");
          assertThat(store.find(HASH)).isPresent();
          assertThat(store.beginningWith("ab"))
              .extracting(ContentStore.Stored::hash)
              .containsExactly(HASH);
          assertThat(store.beginningWith("ac")).isEmpty();

          store.delete(HASH);
          assertThat(kept).isEmpty();
        });
  }

  @Test
  void listsMoreThanOnePage() {
    HERE.run(
        () -> {
          for (int i = 0; i < 5; i++) {
            store.put(content("abc"), "ab" + String.valueOf(i).repeat(62));
          }
          assertThat(store.beginningWith("ab")).hasSize(5);
        });
  }

  @Test
  void keepsDistrictsApart() {
    HERE.run(() -> store.put(content("abc"), HASH));
    THERE.run(
        () -> {
          assertThat(store.find(HASH)).isEmpty();
          store.delete(HASH);
        });
    HERE.run(() -> assertThat(store.find(HASH)).isPresent());
  }

  @Test
  void saysWhenItIsAway() {
    server.stop(0);
    HERE.run(
        () ->
            assertThatThrownBy(() -> store.find(HASH))
                .isInstanceOfSatisfying(
                    Refusal.class,
                    refusal -> {
                      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AWAY);
                      assertThat(refusal.code()).isEqualTo("file.store-away");
                    }));
  }

  private Path content(String text) {
    try {
      return Files.writeString(folder.resolve("content"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(java.io.InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null
        || !authorization.matches(
            "AWS4-HMAC-SHA256 Credential=access/\\d{8}/cn-south-1/s3/aws4_request, "
                + "SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}")) {
      unsigned.add(exchange.getRequestMethod() + " " + authorization);
    }
    var path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        kept.put(path, exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("ETag", "\"e\"");
        send(exchange, 200, new byte[0]);
      }
      case "DELETE" -> {
        kept.remove(path);
        exchange.sendResponseHeaders(204, -1);
      }
      case "HEAD" -> {
        exchange.getResponseHeaders().add("Last-Modified", "Mon, 23 Nov 2026 02:00:00 GMT");
        exchange.sendResponseHeaders(kept.containsKey(path) ? 200 : 404, -1);
      }
      default -> {
        if (path.equals("/silian") || path.equals("/silian/")) {
          send(exchange, 200, list(query(exchange)).getBytes(StandardCharsets.UTF_8));
        } else if (kept.containsKey(path)) {
          send(exchange, 200, kept.get(path));
        } else {
          send(
              exchange,
              404,
              "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    exchange.close();
  }

  /** Two to a page. */
  private String list(Map<String, String> query) {
    var after = query.getOrDefault("continuation-token", "");
    var keys =
        kept.keySet().stream()
            .map(path -> path.substring("/silian/".length()))
            .filter(key -> key.startsWith(query.get("prefix")) && key.compareTo(after) > 0)
            .sorted()
            .toList();
    var page = keys.subList(0, Math.min(2, keys.size()));
    return "<ListBucketResult><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
        .formatted(
            keys.size() > 2,
            keys.size() > 2
                ? "<NextContinuationToken>" + page.getLast() + "</NextContinuationToken>"
                : "",
            page.stream()
                .map(
                    key ->
                        "<Contents><Key>%s</Key><LastModified>2026-11-23T02:00:00.000Z</LastModified>"
                                .formatted(key)
                            + "<Size>3</Size></Contents>")
                .collect(Collectors.joining()));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new TreeMap<String, String>();
    for (var pair : exchange.getRequestURI().getQuery().split("&")) {
      var parts = pair.split("=", 2);
      query.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
