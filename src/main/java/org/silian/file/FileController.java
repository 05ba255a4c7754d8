package org.silian.file;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.file.Files.Attachment;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of any record, for whoever may open them. Attaching and removing are at the record's
 * own module.
 */
@RestController
@RequestMapping(path = "/api/files", produces = MediaType.APPLICATION_JSON_VALUE)
class FileController {

  private final FileReading reading;
  private final Files files;
  private final FileOrigin origin;
  private final Names names;

  FileController(FileReading reading, Files files, FileOrigin origin, Names names) {
    this.reading = reading;
    this.files = files;
    this.origin = origin;
    this.names = names;
  }

  /**
   * A file of a record.
   *
   * @param attachedBy by name; absent where Silian made it or the person is erased
   */
  record FileView(
      UUID id,
      String name,
      FileType type,
      long size,
      @Nullable String attachedBy,
      Instant attachedAt,
      ScanState scan) {}

  @GetMapping
  @SignedIn
  List<FileView> list(@RequestParam String type, @RequestParam UUID id) {
    var found = reading.of(new Subject(type, id));
    var known =
        names.of(
            found.stream()
                .map(Attachment::attachedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return found.stream()
        .map(
            file ->
                new FileView(
                    file.id(),
                    file.name(),
                    file.type(),
                    file.size(),
                    file.attachedBy() == null ? null : known.get(file.attachedBy()),
                    file.attachedAt(),
                    file.scan()))
        .toList();
  }

  /** Where a file can be opened, for a minute. */
  record FileLink(String url, Instant until) {}

  @GetMapping("/{id}/link")
  @SignedIn
  ResponseEntity<FileLink> link(@PathVariable UUID id) {
    var link = origin.link(reading.get(id).id());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new FileLink(link.url(), link.until()));
  }

  /**
   * A file, for whoever has a link to it. Whatever it holds, a browser runs nothing of it: it is
   * saved, or at a host of its own shown if it is a picture.
   */
  @GetMapping(path = "/opened/{token}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Open
  ResponseEntity<Resource> open(@PathVariable String token, HttpServletRequest request) {
    boolean here = origin.isHostOfFiles(request.getServerName()) == origin.isSeparate();
    var id =
        origin.file(token).filter(found -> here).orElseThrow(() -> Refusal.gone("file.link-over"));
    var file = files.get(id);
    var content = files.open(id);
    var shown = origin.isSeparate() && file.type().isPicture();
    return ResponseEntity.ok()
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType(file.type().mediaType()))
        .contentLength(file.size())
        .body(new InputStreamResource(content));
  }
}
