package org.silian.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.silian.vault.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Exports: who had which list written, and how far it is. */
@Component
class ExportStore {

  /** How long whoever writes may be silent before somebody else begins anew. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String FILTERS = "exchange_export.filters";
  private static final String SELECT =
      """
      select id, person_id, appointment_id, organisation_id, role, reach, list, format, language,
        filters, state, written, total, created_at from exchange_export\s""";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final JsonMapper json;
  private final Clock clock;

  ExportStore(JdbcClient jdbc, FieldCipher cipher, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.json = json;
    this.clock = clock;
  }

  /** How far an export has come. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * An export.
   *
   * @param actor whose eyes it is seen with
   * @param total how many rows it will have, where that is known
   */
  record Export(
      UUID id,
      Actor actor,
      String list,
      ExportFormat format,
      String language,
      ExportFilters filters,
      State state,
      long written,
      @Nullable Long total,
      Instant at) {}

  UUID add(Actor actor, String list, ExportFormat format, String language, ExportFilters filters) {
    var id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into exchange_export (id, person_id, appointment_id, organisation_id, role,
              reach, list, format, language, filters, state, written, created_at, leased_until)
            values (:id, :person, :appointment, :organisation, :role, :reach, :list, :format,
              :language, :filters, 'RUNNING', 0, :now, :lease)""")
        .param("id", id)
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .param("organisation", actor.organisation(), Types.OTHER)
        .param("role", actor.role() == null ? Role.RESIDENT.name() : actor.role().name())
        .param("reach", actor.reach())
        .param("list", list)
        .param("format", format.name())
        .param("language", language)
        .param("filters", cipher.encrypt(FILTERS, json.writeValueAsString(filters)))
        .param("now", now())
        .param("lease", lease())
        .update();
    return id;
  }

  List<Export> mine(Actor actor) {
    return jdbc.sql(
            SELECT
                + """
                where person_id = :person and appointment_id is not distinct from :appointment
                order by created_at desc, id desc limit 50""")
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .query(this::read)
        .list();
  }

  /** One of the actor's own, made in the same post. */
  Optional<Export> find(UUID id, Actor actor) {
    return jdbc.sql(
            SELECT
                + """
                where id = :id and person_id = :person
                  and appointment_id is not distinct from :appointment""")
        .param("id", id)
        .param("person", actor.personOrRefuse())
        .param("appointment", actor.appointment(), Types.OTHER)
        .query(this::read)
        .optional();
  }

  void expect(UUID id, long total) {
    jdbc.sql("update exchange_export set total = ? where id = ?").params(total, id).update();
  }

  /** Tells how far it is; false once nobody wants it any more. */
  boolean goesOn(UUID id, long written) {
    return jdbc.sql(
                """
                update exchange_export set written = ?, leased_until = ?
                where id = ? and state = 'RUNNING'""")
            .params(written, lease(), id)
            .update()
        == 1;
  }

  boolean end(UUID id, State state, long written) {
    return jdbc.sql(
                """
                update exchange_export set state = ?, written = ?
                where id = ? and state = 'RUNNING'""")
            .params(state.name(), written, id)
            .update()
        == 1;
  }

  void delete(UUID id) {
    jdbc.sql("delete from exchange_export where id = ?").param(id).update();
  }

  /** When a person made those that are still there. */
  List<Instant> madeAt(UUID person) {
    return jdbc.sql("select created_at from exchange_export where person_id = ? order by 1")
        .param(person)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .list();
  }

  void deleteOf(UUID person) {
    jdbc.sql("delete from exchange_export where person_id = ?").param(person).update();
  }

  /** Takes over one whose writer is gone; its file begins anew. */
  Optional<Export> takeOver() {
    var left =
        jdbc.sql(
                """
                update exchange_export set leased_until = :lease, written = 0
                where id = (select id from exchange_export
                  where state = 'RUNNING' and leased_until < :now
                  order by leased_until limit 1 for update skip locked)
                returning *""")
            .param("lease", lease())
            .param("now", now())
            .query(this::read)
            .optional();
    left.ifPresent(
        export ->
            jdbc.sql("delete from exchange_chunk where export_id = ?").param(export.id()).update());
    return left;
  }

  private Export read(ResultSet row, int n) throws SQLException {
    return new Export(
        row.getObject("id", UUID.class),
        new Actor(
            row.getObject("person_id", UUID.class),
            row.getObject("appointment_id", UUID.class),
            Role.valueOf(row.getString("role")),
            row.getObject("organisation_id", UUID.class),
            row.getString("reach")),
        row.getString("list"),
        ExportFormat.valueOf(row.getString("format")),
        row.getString("language"),
        json.readValue(cipher.decrypt(FILTERS, row.getBytes("filters")), ExportFilters.class),
        State.valueOf(row.getString("state")),
        row.getLong("written"),
        row.getObject("total", Long.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime lease() {
    return clock.instant().plus(LEASE).atOffset(ZoneOffset.UTC);
  }
}
