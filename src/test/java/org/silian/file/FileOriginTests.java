package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Files at a host of their own. */
@ModuleTest
class FileOriginTests {

  @Autowired FieldCipher cipher;
  @Autowired TestClock clock;

  @Test
  void areOpenedAtTheHostOfTheirDistrict() {
    var file = UUID.randomUUID();
    var origin = at("https://files.{host}/");
    var link = origin.link(file);
    assertThat(link.url())
        .startsWith("https://files." + District.current().host() + "/api/files/opened/" + file);
    assertThat(origin.file(link.url().replaceFirst(".*/opened/", ""))).contains(file);
  }

  @Test
  void areNotOpenedWithTheLinkOfAnotherDistrict() {
    var origin = at("");
    var token = origin.link(UUID.randomUUID()).url().replaceFirst(".*/opened/", "");
    var elsewhere = new District("110101", "别的城区", null);
    assertThat(elsewhere.call(() -> origin.file(token))).isEmpty();
  }

  @Test
  void areAllThatThisHostHas() throws ServletException, IOException {
    var filter = new FileHostFilter(at("https://files.{host}"));
    assertThat(passes(filter, "files.d450107.example", "/api/files/opened/x")).isTrue();
    assertThat(passes(filter, "files.d450107.example", "/console/")).isFalse();
    assertThat(passes(filter, "files.d450107.example", "/api/session")).isFalse();
    assertThat(passes(filter, "d450107.example", "/api/session")).isTrue();

    var plain = new FileHostFilter(at("https://files.example:8443"));
    assertThat(passes(plain, "files.example", "/")).isFalse();
    assertThat(passes(plain, "example", "/")).isTrue();
    assertThat(passes(new FileHostFilter(at("")), "anywhere", "/")).isTrue();
  }

  private static boolean passes(FileHostFilter filter, String host, String path)
      throws ServletException, IOException {
    var request = new MockHttpServletRequest("GET", path);
    request.setServerName(host);
    var response = new MockHttpServletResponse();
    var chain = new MockFilterChain();
    filter.doFilter(request, response, chain);
    return chain.getRequest() != null && response.getStatus() == 200;
  }

  private FileOrigin at(String origin) {
    return new FileOrigin(
        new Binder(new MapConfigurationPropertySource(Map.of("silian.files.origin", origin)))
            .bindOrCreate("silian.files", FileProperties.class),
        cipher,
        clock);
  }
}
