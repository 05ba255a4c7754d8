package org.silian.notice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.mail.MailServer;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person is told by mail as well, and when not. Each choice is one, and stands alone. */
@RestController
@RequestMapping(path = "/api/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class PreferenceController {

  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

  private final Emails emails;
  private final Silences silences;
  private final NoticeKinds kinds;
  private final Letters letters;
  private final Postman postman;
  private final Unsubscribing unsubscribing;
  private final MailServer server;

  PreferenceController(
      Emails emails,
      Silences silences,
      NoticeKinds kinds,
      Letters letters,
      Postman postman,
      Unsubscribing unsubscribing,
      MailServer server) {
    this.emails = emails;
    this.silences = silences;
    this.kinds = kinds;
    this.letters = letters;
    this.postman = postman;
    this.unsubscribing = unsubscribing;
    this.server = server;
  }

  /**
   * What one is told how.
   *
   * @param offered whether this installation sends mail
   * @param email absent where none was given
   */
  record NoticePreferences(
      boolean offered, @Nullable NoticeEmail email, List<NoticeKindChoice> kinds) {}

  /**
   * An address for notices.
   *
   * @param address with most of its name left out
   * @param confirmed whether the code that was sent there came back
   */
  record NoticeEmail(String address, boolean confirmed, String quietFrom, String quietTo) {}

  /**
   * @param email whether it comes by mail as well; the inbox has it always
   */
  record NoticeKindChoice(String kind, String name, boolean email) {}

  record EmailRequest(@Size(max = 300) String address) {}

  record EmailCodeRequest(@Pattern(regexp = "\\d{6}") String code) {}

  record QuietRequest(@Pattern(regexp = TIME) String from, @Pattern(regexp = TIME) String to) {}

  record NoticeKindRequest(boolean email) {}

  /** What ended, in words. */
  record Unsubscribed(List<String> kinds) {}

  @GetMapping("/preferences")
  @SignedIn
  NoticePreferences preferences() {
    var person = person();
    var silent = silences.of(person);
    return new NoticePreferences(
        server.isThere(),
        emails
            .of(person)
            .map(
                email ->
                    new NoticeEmail(
                        email.address().masked(),
                        email.confirmed(),
                        email.quiet().from().toString(),
                        email.quiet().to().toString()))
            .orElse(null),
        kinds.all().stream()
            .map(kind -> new NoticeKindChoice(kind, kinds.name(kind), !silent.contains(kind)))
            .toList());
  }

  /** Sends a code there; until it comes back, nothing else goes. */
  @PutMapping("/email")
  @SignedIn
  NoticePreferences give(@Valid @RequestBody EmailRequest request) {
    if (!server.isThere()) {
      throw Refusal.ruleBroken("notice.mail-not-offered");
    }
    var address = EmailAddress.parse(request.address());
    var mail = letters.code(person(), address, emails.ask(person(), address));
    Thread.ofVirtual().name("mail-code").start(() -> postman.send(mail));
    return preferences();
  }

  @PutMapping("/email/confirmation")
  @SignedIn
  NoticePreferences confirm(@Valid @RequestBody EmailCodeRequest request) {
    emails.confirm(person(), request.code());
    return preferences();
  }

  @PutMapping("/email/quiet-hours")
  @SignedIn
  NoticePreferences hush(@Valid @RequestBody QuietRequest request) {
    emails.hush(
        person(), new QuietHours(LocalTime.parse(request.from()), LocalTime.parse(request.to())));
    return preferences();
  }

  @DeleteMapping("/email")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove() {
    emails.remove(person());
  }

  @PutMapping("/kinds/{kind}")
  @SignedIn
  NoticePreferences choose(
      @PathVariable String kind, @Valid @RequestBody NoticeKindRequest request) {
    if (!kinds.all().contains(kind)) {
      throw Refusal.notFound("notice.no-such-kind");
    }
    if (request.email()) {
      silences.lift(person(), kind);
    } else {
      silences.add(person(), List.of(kind));
    }
    return preferences();
  }

  /** From a mail, by one press and without signing in (RFC 8058); again changes nothing. */
  @PostMapping(path = "/unsubscriptions/{token}", consumes = MediaType.ALL_VALUE)
  @Open
  Unsubscribed unsubscribe(@PathVariable String token) {
    var unwanted = unsubscribing.read(token);
    silences.add(unwanted.person(), unwanted.kinds());
    return new Unsubscribed(unwanted.kinds().stream().sorted().map(kinds::name).toList());
  }

  private static UUID person() {
    return Actor.current().personOrRefuse();
  }
}
