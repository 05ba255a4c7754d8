package org.silian.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds records, the latest first.
 *
 * <p>A word that many records have is found among the latest of them by reading those; a word that
 * few have is found by its index, and the few are sorted. Neither reads many: what was not found
 * often enough among the latest is rare.
 */
@Component
class SearchBoard {

  /** So many of the latest are read before the index is asked. */
  private static final int LATEST = 5_000;

  /** No more than so many are sorted; only a word that was common long ago has more. */
  private static final int MOST = 10_000;

  private static final String COLUMNS =
      "select r.subject_id, r.organisation_id, o.name as organisation, r.number, r.at from ";

  private static final String SORTED =
      " r join organisation o on o.id = r.organisation_id order by r.at desc, r.subject_id desc limit :size";

  private static final String BEHIND = " and (at, subject_id) < (:key, :id)";

  private final JdbcClient jdbc;

  SearchBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A record that was found. */
  record Hit(UUID id, UUID organisation, String organisationName, String number, Instant at) {

    Cursor cursor() {
      return new Cursor(at.toString(), id);
    }
  }

  /**
   * Records of a kind that a question finds.
   *
   * @param query as {@link Terms#query} gives it
   * @param number what was asked, where it could be the beginning of a number
   */
  @Transactional(readOnly = true)
  List<Hit> find(
      String type, String query, @Nullable String number, @Nullable Cursor after, int size) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("type", type);
    values.put("query", query);
    values.put("size", size);
    var behind = "";
    if (after != null) {
      behind = BEHIND;
      values.put("key", after.instant().atOffset(ZoneOffset.UTC));
      values.put("id", after.id());
    }
    if (number != null) {
      values.put("number", number.replaceAll("([\\\\%_])", "\\\\$1") + "%");
      values.put("reach", query.substring(query.indexOf("'#")));
      var numbered = rows(byNumber(behind), values);
      if (!numbered.isEmpty()) {
        return numbered;
      }
    }
    var latest = rows(amongLatest(behind), values);
    return latest.size() == size ? latest : rows(byWords(behind), values);
  }

  private static String byNumber(String behind) {
    return """
    (select * from search_record where subject_type = :type and number like :number
       and words @@ :reach::tsquery%s)"""
        .formatted(behind);
  }

  private static String amongLatest(String behind) {
    return """
    (select * from (
       select * from search_record where subject_type = :type%s
       order by at desc, subject_id desc limit %d) l
     where words @@ :query::tsquery)"""
        .formatted(behind, LATEST);
  }

  /** Fenced off: the planner takes two words that never meet for two that often do. */
  private String byWords(String behind) {
    jdbc.sql("set local enable_seqscan = off").update();
    return """
    (select * from (
       select * from search_record where words @@ :query::tsquery%s offset 0 limit %d) w)"""
        .formatted(behind, MOST);
  }

  private List<Hit> rows(String found, Map<String, @Nullable Object> values) {
    return jdbc.sql(COLUMNS + found + SORTED).params(values).query(SearchBoard::hit).list();
  }

  private static Hit hit(ResultSet row, int n) throws SQLException {
    return new Hit(
        row.getObject("subject_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("organisation"),
        row.getString("number"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
