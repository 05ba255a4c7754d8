package org.silian.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.silian.api.Idempotency;
import org.silian.journal.Actor;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads that go on after a break, in the protocol tus 1.0 with its extensions creation,
 * expiration and termination. What has arrived belongs to the person alone until a module attaches
 * it to a record.
 */
@RestController
@RequestMapping(path = "/api/files/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
class UploadController {

  private static final String TUS = "Tus-Resumable";
  private static final String VERSION = "1.0.0";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final String PIECE = "application/offset+octet-stream";

  private final Uploads uploads;
  private final Idempotency idempotency;
  private final FileProperties properties;

  UploadController(Uploads uploads, Idempotency idempotency, FileProperties properties) {
    this.uploads = uploads;
    this.idempotency = idempotency;
    this.properties = properties;
  }

  @RequestMapping(method = RequestMethod.OPTIONS)
  @Open
  ResponseEntity<Void> options() {
    return answer(HttpStatus.NO_CONTENT)
        .header("Tus-Version", VERSION)
        .header("Tus-Extension", "creation,expiration,termination")
        .header("Tus-Max-Size", String.valueOf(properties.limit().largest()))
        .build();
  }

  /** What is asked for, so that a repeated request is known by it; the name stays out. */
  private record Creation(long length, int metadata) {}

  @PostMapping
  @SignedIn
  ResponseEntity<Void> begin(
      @RequestHeader("Idempotency-Key") String key,
      @RequestHeader(LENGTH) long length,
      @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata) {
    var person = Actor.current().personOrRefuse();
    var id =
        idempotency.once(
            person,
            key,
            new Creation(length, metadata.hashCode()),
            () -> uploads.begin(person, name(metadata), length));
    return told(answer(HttpStatus.CREATED), uploads.find(id, person))
        .location(URI.create("/api/files/uploads/" + id))
        .build();
  }

  /** Where to go on. Asked for with HEAD. */
  @GetMapping("/{id}")
  @SignedIn
  ResponseEntity<Void> offset(@PathVariable UUID id) {
    var upload = uploads.find(id, Actor.current().personOrRefuse());
    return told(answer(HttpStatus.NO_CONTENT), upload)
        .header(LENGTH, String.valueOf(upload.length()))
        .build();
  }

  @PatchMapping("/{id}")
  @SignedIn
  ResponseEntity<Void> append(
      @PathVariable UUID id, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
      throws IOException {
    if (!PIECE.equals(request.getContentType())) {
      throw Refusal.invalid("file.upload-piece", HttpHeaders.CONTENT_TYPE);
    }
    var person = Actor.current().personOrRefuse();
    uploads.append(id, person, offset, request.getInputStream());
    return told(answer(HttpStatus.NO_CONTENT), uploads.find(id, person)).build();
  }

  /** The same for networks that let no PATCH through. */
  @PostMapping("/{id}")
  @SignedIn
  ResponseEntity<Void> appendByPost(
      @PathVariable UUID id, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
      throws IOException {
    return append(id, offset, request);
  }

  @DeleteMapping("/{id}")
  @SignedIn
  ResponseEntity<Void> abandon(@PathVariable UUID id) {
    uploads.abandon(id, Actor.current().personOrRefuse());
    return answer(HttpStatus.NO_CONTENT).build();
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
    return ResponseEntity.status(status).header(TUS, VERSION).cacheControl(CacheControl.noStore());
  }

  private static ResponseEntity.BodyBuilder told(
      ResponseEntity.BodyBuilder answer, Uploads.Upload upload) {
    return answer
        .header(OFFSET, String.valueOf(upload.received()))
        .header(
            "Upload-Expires",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                upload.expiresAt().atOffset(ZoneOffset.UTC)));
  }

  /** The value of {@code filename}: pairs of a name and base64, with commas between. */
  private static String name(String metadata) {
    try {
      return Arrays.stream(metadata.split(","))
          .map(pair -> pair.strip().split(" ", 2))
          .filter(pair -> pair.length == 2 && pair[0].equals("filename"))
          .map(pair -> new String(Base64.getDecoder().decode(pair[1]), StandardCharsets.UTF_8))
          .findFirst()
          .orElse("");
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("file.upload-piece", "Upload-Metadata");
    }
  }
}
