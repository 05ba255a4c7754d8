package org.silian.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Idempotency;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests about personal data: asked by anybody signed in, answered by the district's contact. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class DataRequestController {

  static final String FIELD = "privacy_request.words";

  private final DataRequests requests;
  private final AccessLog accessLog;
  private final FieldCipher cipher;
  private final Idempotency idempotency;
  private final Names names;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  DataRequestController(
      DataRequests requests,
      AccessLog accessLog,
      FieldCipher cipher,
      Idempotency idempotency,
      Names names,
      Texts texts,
      JdbcClient jdbc,
      Clock clock) {
    this.requests = requests;
    this.accessLog = accessLog;
    this.cipher = cipher;
    this.idempotency = idempotency;
    this.names = names;
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record DataRequestForm(DataRequest.Kind kind, @NotBlank @Size(max = 500) String words) {}

  /**
   * An answer.
   *
   * @param words what was done; of a refusal, its reason
   */
  record DataAnswerForm(boolean granted, @NotBlank @Size(max = 500) String words) {}

  /**
   * A request.
   *
   * @param person who asks, for those who answer
   * @param due the last day on which the answer is not late
   * @param atDesk whether the desk wrote it down
   * @param erases whether granting it erases the person
   */
  record DataRequestView(
      UUID id,
      long version,
      DataRequest.Kind kind,
      String kindName,
      @Nullable String person,
      @Nullable String words,
      Instant askedAt,
      LocalDate due,
      @Nullable Instant answeredAt,
      @Nullable Boolean granted,
      @Nullable String answer,
      boolean atDesk,
      boolean erases) {}

  @GetMapping("/my-data/requests")
  @SignedIn
  List<DataRequestView> mine() {
    return jdbc.sql(
            """
            select * from privacy_request where person_id = ?
            order by asked_at desc, id desc limit 100""")
        .param(Actor.current().personOrRefuse())
        .query((row, n) -> view(row, Map.of()))
        .list();
  }

  @PostMapping("/my-data/requests")
  @SignedIn
  @Transactional
  public ResponseEntity<DataRequestView> ask(
      @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody DataRequestForm form) {
    var person = Actor.current().personOrRefuse();
    var id =
        idempotency.once(
            person,
            key,
            form,
            () ->
                requests
                    .save(
                        DataRequest.asked(
                            person,
                            Root.district(jdbc),
                            form.kind(),
                            cipher.encrypt(FIELD, form.words().strip()),
                            clock.instant()))
                    .id());
    return answer(HttpStatus.CREATED, one(id, Map.of()));
  }

  /** The open ones first, by their due day; then the latest answered. */
  @GetMapping("/data-requests")
  @Requires("privacy.answer")
  List<DataRequestView> all() {
    return jdbc.sql(
            """
            select id, version, person_id, kind, null::bytea as words, asked_at, due, answered_at,
              granted, null::bytea as answer, at_desk from privacy_request
            order by answered_at desc nulls first, due, id limit 200""")
        .query((row, n) -> view(row, Map.of()))
        .list();
  }

  @GetMapping("/data-requests/{id}")
  @Requires("privacy.answer")
  @Transactional
  public ResponseEntity<DataRequestView> read(@PathVariable UUID id) {
    return answer(HttpStatus.OK, named(id));
  }

  @PostMapping("/data-requests/{id}/answer")
  @Requires("privacy.answer")
  @Transactional
  public ResponseEntity<DataRequestView> answer(
      @PathVariable UUID id,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody DataAnswerForm form) {
    var request = requests.findById(id).orElseThrow(DataRequestController::notFound);
    Revision.parse(ifMatch).expect(request.version());
    requests.save(
        request.answer(
            Actor.current().personOrRefuse(),
            form.granted(),
            cipher.encrypt(FIELD, form.words().strip()),
            clock.instant()));
    return answer(HttpStatus.OK, named(id));
  }

  /** With the name of who asks, which is noted as a look at her data. */
  private DataRequestView named(UUID id) {
    var person =
        jdbc.sql("select person_id from privacy_request where id = ?")
            .param(id)
            .query((row, n) -> row.getObject(1, UUID.class))
            .optional()
            .orElseThrow(DataRequestController::notFound);
    accessLog.read(
        new Subject(DataRequestSubject.NAME, id), List.of(person), "privacy.data-request");
    return one(id, names.of(List.of(person)));
  }

  private DataRequestView one(UUID id, Map<UUID, String> known) {
    return jdbc.sql("select * from privacy_request where id = ?")
        .param(id)
        .query((row, n) -> view(row, known))
        .single();
  }

  private DataRequestView view(ResultSet row, Map<UUID, String> known) throws SQLException {
    var kind = DataRequest.Kind.valueOf(row.getString("kind"));
    var answered = row.getObject("answered_at", OffsetDateTime.class);
    return new DataRequestView(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        kind,
        texts.text("privacy.request." + kind),
        known.get(row.getObject("person_id", UUID.class)),
        opened(row.getBytes("words")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("due", LocalDate.class),
        answered == null ? null : answered.toInstant(),
        row.getObject("granted", Boolean.class),
        opened(row.getBytes("answer")),
        row.getBoolean("at_desk"),
        kind.erases(row.getBoolean("at_desk")));
  }

  private @Nullable String opened(byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(FIELD, sealed);
  }

  private static ResponseEntity<DataRequestView> answer(HttpStatus status, DataRequestView view) {
    return ResponseEntity.status(status).eTag("\"" + view.version() + "\"").body(view);
  }

  static Refusal notFound() {
    return Refusal.notFound("privacy.no-such-request");
  }
}
