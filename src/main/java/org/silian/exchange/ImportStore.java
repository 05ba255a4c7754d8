package org.silian.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.problem.Refusal;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Imports that are under way: whatever came from the file is sealed. */
@Component
class ImportStore {

  private static final String HEAD = "exchange_import.head";
  private static final String CONTENT = "exchange_import.content";
  private static final String MINE =
      """
      from exchange_import
      where id = :id and person_id = :person and appointment_id is not distinct from :appointment""";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  ImportStore(JdbcClient jdbc, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** How far an import has come. */
  enum State {
    READ,
    CHECKED,
    DONE
  }

  /** An import without its lines. */
  record Import(UUID id, long version, String kind, State state, Instant at, Head head) {}

  /**
   * What is known of the file.
   *
   * @param constants of fields without a column
   */
  record Head(
      String fileName,
      String sheet,
      Layout layout,
      Map<String, String> constants,
      List<Sheet.Note> notes,
      @Nullable Check check) {}

  /** What a dry run found, or what was done. */
  record Check(int fresh, int changed, int there, List<BadRow> bad, List<Rows.Skipped> skipped) {}

  /**
   * A row that cannot be made.
   *
   * @param reason a sentence, in the language of whoever asked
   */
  record BadRow(int line, @Nullable String field, String reason) {}

  UUID add(Actor actor, String kind, Head head, Sheet sheet) {
    var id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into exchange_import (id, version, kind, person_id, appointment_id, state, head,
              content, created_at)
            values (:id, 0, :kind, :person, :appointment, 'READ', :head, :content, :now)""")
        .param("id", id)
        .param("kind", kind)
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .param("head", sealed(HEAD, head))
        .param("content", sealed(CONTENT, sheet))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** The actor's own imports of the last day, the latest first. */
  List<Import> mine(Actor actor) {
    return jdbc.sql(
            """
            select id, version, kind, state, created_at, head from exchange_import
            where person_id = :person and appointment_id is not distinct from :appointment
            order by created_at desc, id desc limit 20""")
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .query(this::read)
        .list();
  }

  /**
   * @throws Refusal {@code not-found} for another's
   */
  Import get(UUID id, Actor actor) {
    return find(id, actor, "").orElseThrow(() -> Refusal.notFound("not-found"));
  }

  /** As {@link #get}; whoever comes meanwhile waits. */
  Import lock(UUID id, Actor actor) {
    return find(id, actor, " for update").orElseThrow(() -> Refusal.notFound("not-found"));
  }

  /** Whether it is being made at this moment. */
  boolean isRunning(UUID id, Actor actor) {
    return find(id, actor, " for update skip locked").isEmpty();
  }

  private Optional<Import> find(UUID id, Actor actor, String how) {
    return jdbc.sql("select id, version, kind, state, created_at, head " + MINE + how)
        .param("id", id)
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .query(this::read)
        .optional();
  }

  /** The lines; refused once they are gone. */
  Sheet sheet(UUID id) {
    return jdbc.sql("select content from exchange_import where id = ? and content is not null")
        .param(id)
        .query((row, n) -> opened(CONTENT, row.getBytes(1), Sheet.class))
        .optional()
        .orElseThrow(() -> Refusal.conflict("exchange.rows-gone"));
  }

  void update(Import before, State state, Head head) {
    jdbc.sql("update exchange_import set version = version + 1, state = ?, head = ? where id = ?")
        .params(state.name(), sealed(HEAD, head), before.id())
        .update();
  }

  /** Keeps only these lines, or none. */
  void keep(UUID id, @Nullable Sheet sheet) {
    jdbc.sql("update exchange_import set content = :content where id = :id")
        .param("content", sheet == null ? null : sealed(CONTENT, sheet), Types.BINARY)
        .param("id", id)
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from exchange_import where id = ?").param(id).update();
  }

  void deleteOf(UUID person) {
    jdbc.sql("delete from exchange_import where person_id = ?").param(person).update();
  }

  /** Which columns an organisation chose for these headers before. */
  Optional<Map<Integer, String>> remembered(
      @Nullable UUID organisation, String kind, Layout layout) {
    return jdbc.sql(
            """
            select fields from exchange_mapping
            where organisation_id = :organisation and kind = :kind and headers = :headers""")
        .param("organisation", organisation, Types.OTHER)
        .param("kind", kind)
        .param("headers", hash(layout.headers()))
        .query((row, n) -> json.readValue(row.getString(1), Fields.class).columns())
        .optional();
  }

  private record Fields(Map<Integer, String> columns) {}

  void remember(UUID organisation, String kind, Layout layout, Map<Integer, String> columns) {
    jdbc.sql(
            """
            insert into exchange_mapping (organisation_id, kind, headers, fields, used_at)
            values (?, ?, ?, ?, ?)
            on conflict (organisation_id, kind, headers)
            do update set fields = excluded.fields, used_at = excluded.used_at""")
        .params(
            organisation,
            kind,
            hash(layout.headers()),
            json.writeValueAsString(new Fields(columns)),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Import read(ResultSet row, int n) throws SQLException {
    return new Import(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getString("kind"),
        State.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        opened(HEAD, row.getBytes("head"), Head.class));
  }

  private byte[] sealed(String field, Object value) {
    return cipher.encrypt(field, json.writeValueAsString(value));
  }

  private <T> T opened(String field, byte[] sealed, Class<T> type) {
    return json.readValue(cipher.decrypt(field, sealed), type);
  }

  private static byte[] hash(String headers) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(headers.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
