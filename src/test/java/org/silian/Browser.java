package org.silian;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser over real HTTP: keeps cookies and sends the CSRF token back. */
final class Browser {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String CSRF = "XSRF-TOKEN";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private volatile URI address;

  Browser(URI address) throws InterruptedException {
    this.address = address;
    get("/api/district");
  }

  /** An answer; with status 0 where none came. */
  record Answer(int status, JsonNode body, String retryAfter) {

    String text(String field) {
      return body.path(field).asString();
    }
  }

  /** Goes on, with its cookies, where the program is now. */
  void moveTo(URI newAddress) {
    this.address = newAddress;
  }

  Answer get(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  /** Posts JSON with one more header. */
  Answer post(String path, String header, String value, Object body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header(header, value)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (cookies.containsKey(CSRF)) {
      request.header("X-XSRF-TOKEN", cookies.get(CSRF));
    }
    try {
      var response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer(response);
    } catch (IOException e) {
      return new Answer(0, JSON.createObjectNode(), "");
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body()),
        response.headers().firstValue("Retry-After").orElse(""));
  }

  private void keep(String header) {
    var pair = header.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
