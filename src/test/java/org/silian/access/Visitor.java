package org.silian.access;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A browser: keeps cookies, and sends the CSRF token as the front end does. */
class Visitor {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockMvcTester mvc;
  private String key = "key-of-a-visitor";
  private final Map<String, Cookie> cookies = new HashMap<>();

  Visitor(MockMvcTester mvc) {
    this.mvc = mvc;
    get("/api/district");
  }

  MvcTestResult get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  MvcTestResult post(String path, Object body) {
    return send(HttpMethod.POST, path, body);
  }

  /** A request that nobody has sent before. */
  MvcTestResult once(String path, Object body) {
    key = UUID.randomUUID().toString();
    return post(path, body);
  }

  MvcTestResult put(String path, Object body) {
    return send(HttpMethod.PUT, path, body);
  }

  MvcTestResult delete(String path) {
    return send(HttpMethod.DELETE, path, null);
  }

  MvcTestResult signIn(String phone, String password) {
    return post("/api/session", Map.of("phone", phone, "password", password));
  }

  MvcTestResult send(HttpMethod method, String path, Object body) {
    return send(method, path, body, Map.of());
  }

  MvcTestResult send(HttpMethod method, String path, Object body, Map<String, String> headers) {
    var request = mvc.method(method).uri(path).header("Idempotency-Key", key);
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    var csrf = cookies.get("XSRF-TOKEN");
    if (csrf != null) {
      request.header("X-XSRF-TOKEN", csrf.getValue());
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
    }
    var result = request.exchange();
    for (var cookie : result.getResponse().getCookies()) {
      keep(cookie);
    }
    return result;
  }

  Cookie cookie(String name) {
    return cookies.get(name);
  }

  void keep(Cookie cookie) {
    if (cookie.getMaxAge() == 0) {
      cookies.remove(cookie.getName());
    } else {
      cookies.put(cookie.getName(), cookie);
    }
  }

  void forget(String name) {
    cookies.remove(name);
  }
}
