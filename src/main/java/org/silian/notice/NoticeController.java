package org.silian.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.permission.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of whoever is signed in. */
@RestController
@RequestMapping(path = "/api/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class NoticeController {

  private final Inbox inbox;
  private final Sentences sentences;

  NoticeController(Inbox inbox, Sentences sentences) {
    this.inbox = inbox;
    this.sentences = sentences;
  }

  /**
   * @param subject the record to open; absent for who may not
   */
  record NoticeView(
      UUID id, String sentence, @Nullable NoticeSubject subject, Instant at, boolean read) {}

  record NoticeSubject(String type, UUID id) {}

  record NoticeCount(long count) {}

  @GetMapping
  @SignedIn
  Page<NoticeView> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    var actor = Actor.current();
    var page = inbox.of(actor.personOrRefuse(), Cursor.parse(after), size);
    var written = sentences.of(page.items(), actor);
    return page.map(
        notice -> view(notice, Objects.requireNonNull(written.get(notice.id()), "a sentence")));
  }

  private static NoticeView view(Inbox.Notice notice, Sentences.Sentence sentence) {
    var subject = sentence.subject();
    return new NoticeView(
        notice.id(),
        sentence.text(),
        subject == null ? null : new NoticeSubject(subject.type(), subject.id()),
        notice.at(),
        notice.read());
  }

  @GetMapping("/unread")
  @SignedIn
  NoticeCount unread() {
    return new NoticeCount(inbox.unread(Actor.current().personOrRefuse()));
  }

  @PutMapping("/{id}/read")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@PathVariable UUID id) {
    inbox.read(Actor.current().personOrRefuse(), id);
  }

  @PutMapping("/read")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll() {
    inbox.readAll(Actor.current().personOrRefuse());
  }
}
