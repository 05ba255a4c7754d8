package org.silian.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.language.Texts;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is kept of people, for everybody to read (R-PI-04), and the proof that it is forgotten. */
@RestController
@RequestMapping(path = "/api/personal-data", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueController {

  private static final int WORKING_DAYS = 30;

  private final Catalogue catalogue;
  private final KnownPersons persons;
  private final JdbcClient jdbc;
  private final Texts texts;

  CatalogueController(Catalogue catalogue, KnownPersons persons, JdbcClient jdbc, Texts texts) {
    this.catalogue = catalogue;
    this.persons = persons;
    this.jdbc = jdbc;
    this.texts = texts;
  }

  @GetMapping
  @Open
  List<Catalogue.CatalogueKind> kinds() {
    return catalogue.kinds();
  }

  /**
   * That a rule was applied.
   *
   * @param before what was older than this
   * @param deleted how many rows
   */
  record RetentionProof(
      UUID id, String rule, String name, Instant at, Instant before, long deleted) {}

  @GetMapping("/proofs")
  @Requires("privacy.keeping")
  Page<RetentionProof> proofs(
      @RequestParam(required = false) @Size(max = 60) @Nullable String rule,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    var cursor = Cursor.parse(after);
    var values = new HashMap<String, @Nullable Object>(Map.of("limit", size + 1));
    var sql = new StringBuilder("select * from privacy_proof where true");
    if (rule != null) {
      sql.append(" and rule = :rule");
      values.put("rule", rule);
    }
    if (cursor != null) {
      sql.append(" and (at, id) < (:at, :id)");
      values.put("at", cursor.instant().atOffset(ZoneOffset.UTC));
      values.put("id", cursor.id());
    }
    var rows =
        jdbc.sql(sql + " order by at desc, id desc limit :limit")
            .params(values)
            .query(this::proof)
            .list();
    return Page.of(rows, size, row -> new Cursor(row.at().toString(), row.id()));
  }

  private RetentionProof proof(ResultSet row, int n) throws SQLException {
    var rule = row.getString("rule");
    return new RetentionProof(
        row.getObject("id", UUID.class),
        rule,
        texts.text("rule." + rule),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("before", OffsetDateTime.class).toInstant(),
        row.getLong("deleted"));
  }

  /**
   * How many persons are known, and from how many on the law asks for an officer (R-PI-17).
   *
   * @param reachedOn when so many were first known
   * @param reportBy the thirtieth working day from then, holidays not taken into account
   */
  record PersonCount(
      long persons, long many, @Nullable LocalDate reachedOn, @Nullable LocalDate reportBy) {}

  @GetMapping("/persons")
  @Requires("privacy.keeping")
  PersonCount persons() {
    var reached =
        jdbc.sql("select reached_on from privacy_threshold where persons = ?")
            .param(RetentionJob.MANY)
            .query((row, n) -> row.getObject(1, LocalDate.class))
            .optional()
            .orElse(null);
    return new PersonCount(
        persons.count(), RetentionJob.MANY, reached, reached == null ? null : reportBy(reached));
  }

  static LocalDate reportBy(LocalDate reached) {
    var day = reached;
    for (int left = WORKING_DAYS; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
