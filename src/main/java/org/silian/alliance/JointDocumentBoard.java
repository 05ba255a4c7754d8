package org.silian.alliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Joint documents for screens. One is for all along the line of any of its issuers: those above it,
 * and those below it, whom it is addressed to.
 */
@Component
class JointDocumentBoard {

  /** A department's documents are for all whom the organisation above it governs. */
  static final String ADDRESSED =
      """
      exists (select from alliance_document_issuer i join organisation o on o.id = i.organisation_id
        left join organisation p on p.id = o.parent_id and o.kind in ('DEPARTMENT', 'PARTY_ORGANISATION')
        where i.document_id = d.id and (o.path like :reach || '%'
          or starts_with(:reach, coalesce(p.path, o.path))))""";

  private static final String SELECT =
      """
      select d.*, b.name as body_name, l.path as lead_path, array(
        select i.name from alliance_document_issuer i
        where i.document_id = d.id order by i.place) as issuers
      from alliance_document d join organisation l on l.id = d.organisation_id
      left join organisation b on b.id = d.body_id
      where\s"""
          + ADDRESSED;

  private final JdbcClient jdbc;
  private final Clock clock;

  JointDocumentBoard(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A document.
   *
   * @param issuers their names, the one that leads first
   * @param leadPath where that stands
   */
  record Read(
      UUID id,
      long version,
      String number,
      String title,
      List<String> issuers,
      String leadPath,
      @Nullable BodyLink body,
      LocalDate issuedOn,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable LocalDate revokedOn,
      @Nullable String revocation,
      JointDocumentState state) {}

  /** Documents, the latest first. */
  Page<Read> list(
      Actor actor, @Nullable UUID body, @Nullable String q, @Nullable Cursor after, int size) {
    var conditions = new ArrayList<>(List.of(SELECT));
    var values = values(actor);
    if (body != null) {
      conditions.add("d.body_id = :body");
      values.put("body", body);
    }
    if (q != null && !q.isBlank()) {
      conditions.add("(strpos(d.title, :q) > 0 or strpos(d.number, :q) > 0)");
      values.put("q", q.strip());
    }
    if (after != null) {
      conditions.add("(d.issued_on, d.id) < (:day, :id)");
      values.put("day", after.day());
      values.put("id", after.id());
    }
    values.put("limit", size + 1);
    var rows =
        jdbc.sql(
                String.join(" and ", conditions)
                    + " order by d.issued_on desc, d.id desc limit :limit")
            .params(values)
            .query(this::read)
            .list();
    return Page.of(rows, size, row -> new Cursor(row.issuedOn().toString(), row.id()));
  }

  Optional<Read> find(Actor actor, UUID id) {
    return jdbc.sql(SELECT + " and d.id = :id")
        .params(values(actor))
        .param("id", id)
        .query(this::read)
        .optional();
  }

  private static Map<String, @Nullable Object> values(Actor actor) {
    return new HashMap<>(BodyAccess.values(actor));
  }

  private Read read(ResultSet row, int n) throws SQLException {
    var from = row.getObject("valid_from", LocalDate.class);
    var to = row.getObject("valid_to", LocalDate.class);
    var revoked = row.getObject("revoked_on", LocalDate.class);
    var body = row.getObject("body_id", UUID.class);
    return new Read(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getString("number"),
        row.getString("title"),
        Arrays.asList((String[]) row.getArray("issuers").getArray()),
        row.getString("lead_path"),
        body == null ? null : new BodyLink(body, row.getString("body_name")),
        row.getObject("issued_on", LocalDate.class),
        from,
        to,
        revoked,
        row.getString("revocation"),
        JointDocumentState.on(District.day(clock.instant()), from, to, revoked));
  }
}
