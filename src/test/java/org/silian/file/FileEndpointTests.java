package org.silian.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.TestRecords;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Uploading and opening, as a browser does it; who is signed in is asked by filters outside. */
@ModuleTest
class FileEndpointTests {

  @Autowired WebApplicationContext context;
  @Autowired Files files;
  @Autowired TestDistrict district;
  @Autowired TestRecords records;
  @Autowired TestClock clock;

  private MockMvcTester mvc;
  private Actor worker;
  private Subject record;
  private UUID community;

  @BeforeEach
  void aWorkerAndARecord() {
    mvc = MockMvcTester.from(context);
    community = district.community("秀灵南社区");
    worker = district.appointed(Role.COMMUNITY_WORKER, community);
    record = records.open("1", "一件事");
  }

  @Test
  void takeATusUploadInPieces() {
    var content = Samples.pdf();
    var begun = begin("key-of-one-upload", content.length);
    assertThat(begun).hasStatus(201).headers().hasValue("Tus-Resumable", "1.0.0");
    var path = begun.getResponse().getHeader("Location");
    assertThat(begin("key-of-one-upload", content.length).getResponse().getHeader("Location"))
        .isEqualTo(path);

    assertThat(piece(path, 0, java.util.Arrays.copyOf(content, 100)))
        .hasStatus(204)
        .headers()
        .hasValue("Upload-Offset", "100");
    assertThat(as(worker, mvc.head().uri(path)))
        .hasStatus(204)
        .headers()
        .hasValue("Upload-Offset", "100")
        .hasValue("Upload-Length", String.valueOf(content.length));
    assertThat(piece(path, 50, content)).hasStatus(409);
    assertThat(
            as(
                worker,
                mvc.post()
                    .uri(path)
                    .header("X-HTTP-Method-Override", "PATCH")
                    .header("Upload-Offset", "100")
                    .contentType("application/offset+octet-stream")
                    .content(java.util.Arrays.copyOfRange(content, 100, content.length))))
        .hasStatus(204);

    var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    worker.run(() -> files.attach(files.receive(id), record, community));
    assertThat(as(worker, mvc.get().uri("/api/files?type=test-record&id=" + record.id())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0].name")
        .isEqualTo("同意书.pdf");
  }

  @Test
  void tellWhatTheyUnderstand() {
    assertThat(as(worker, mvc.options().uri("/api/files/uploads")))
        .hasStatus(204)
        .headers()
        .hasValue("Tus-Version", "1.0.0")
        .hasValue("Tus-Extension", "creation,expiration,termination");
  }

  @Test
  void forgetAnUploadThatIsAbandoned() {
    var path = begin("key-of-abandoned", 10).getResponse().getHeader("Location");
    assertThat(as(worker, mvc.delete().uri(path))).hasStatus(204);
    assertThat(as(worker, mvc.head().uri(path))).hasStatus(404);
  }

  @Test
  void openAFileSoThatABrowserRunsNothingOfIt() throws UnsupportedEncodingException {
    var content = Samples.pdf();
    var id = attached(content);

    var opened = mvc.get().uri(link(id)).exchange();
    assertThat(opened)
        .hasStatusOk()
        .headers()
        .hasValue("Content-Security-Policy", "sandbox; default-src 'none'")
        .hasValue("X-Content-Type-Options", "nosniff")
        .hasValue("Content-Type", "application/pdf")
        .hasValue("Cache-Control", "no-store");
    assertThat(opened.getResponse().getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E5%90%8C%E6%84%8F%E4%B9%A6.pdf");
    assertThat(opened.getResponse().getContentAsByteArray()).isEqualTo(content);
  }

  @Test
  void openNothingWithALinkThatIsOverOrNotOurs() throws UnsupportedEncodingException {
    var id = attached(Samples.pdf());
    var link = link(id);
    assertThat(mvc.get().uri(link.replace(id.toString(), UUID.randomUUID().toString())).exchange())
        .hasStatus(410);
    assertThat(mvc.get().uri("/api/files/opened/x").exchange()).hasStatus(410);

    clock.advance(Duration.ofSeconds(61));
    assertThat(mvc.get().uri(link).exchange())
        .hasStatus(410)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("urn:problem:file.link-over");
  }

  @Test
  void giveNoLinkToSomebodyWhoMayNotOpenTheRecord() {
    var closed = records.closed();
    var id =
        worker.call(() -> files.attach(files.receive(uploaded(Samples.pdf())), closed, community));
    assertThat(as(worker, mvc.get().uri("/api/files/" + id + "/link"))).hasStatus(404);
    assertThat(as(worker, mvc.get().uri("/api/files?type=test-record&id=" + closed.id())))
        .hasStatus(404);
  }

  private String link(UUID id) throws UnsupportedEncodingException {
    return JsonPath.read(
        as(worker, mvc.get().uri("/api/files/" + id + "/link")).getResponse().getContentAsString(),
        "$.url");
  }

  private UUID attached(byte[] content) {
    return worker.call(() -> files.attach(files.receive(uploaded(content)), record, community));
  }

  private UUID uploaded(byte[] content) {
    var path =
        begin(UUID.randomUUID().toString(), content.length).getResponse().getHeader("Location");
    piece(path, 0, content);
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private MvcTestResult begin(String key, long length) {
    return as(
        worker,
        mvc.post()
            .uri("/api/files/uploads")
            .header("Idempotency-Key", key)
            .header("Upload-Length", length)
            .header(
                "Upload-Metadata",
                "filetype eA==,filename "
                    + Base64.getEncoder().encodeToString(Samples.bytes("同意书.pdf"))));
  }

  private MvcTestResult piece(String path, long offset, byte[] content) {
    return as(
        worker,
        mvc.patch()
            .uri(path)
            .header("Upload-Offset", offset)
            .contentType("application/offset+octet-stream")
            .content(content));
  }

  private static MvcTestResult as(Actor actor, MockMvcTester.MockMvcRequestBuilder request) {
    return actor.call(request::exchange);
  }
}
