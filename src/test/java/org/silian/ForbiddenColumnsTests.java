package org.silian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Red line 1: no profile, score, label, ranking or prediction of a person, and nothing of what the
 * handbook's §4.4 forbids, anywhere in the schema. Read from a migrated district, word by word.
 */
@ModuleTest
class ForbiddenColumnsTests {

  /** Words that no column may have among its own, and the beginnings of such words. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "offence",
          "offense",
          "crime",
          "criminal",
          "conviction",
          "record_of",
          "diagnosis",
          "illness",
          "disease",
          "disability",
          "health",
          "medical",
          "drug",
          "addiction",
          "hiv",
          "risk",
          "score",
          "scoring",
          "points",
          "rank",
          "ranking",
          "grade",
          "label",
          "tag",
          "profile",
          "prediction",
          "colour",
          "color",
          "photo",
          "picture",
          "portrait",
          "face",
          "facial",
          "voice",
          "fingerprint",
          "biometric",
          "iris",
          "dna",
          "plate",
          "vehicle",
          "location",
          "latitude",
          "longitude",
          "position",
          "gps",
          "track",
          "trajectory",
          "device",
          "imei",
          "mac_address",
          "user_agent",
          "wechat",
          "qq",
          "weibo",
          "social",
          "religion",
          "religious",
          "faith",
          "ethnicity",
          "ethnic",
          "nation",
          "nationality",
          "race",
          "political",
          "politics",
          "opinion",
          "attitude",
          "petitioner",
          "petition",
          "stability",
          "debtor",
          "tenant",
          "migrant",
          "relative",
          "relatives",
          "poor",
          "poverty",
          "hardship",
          "income",
          "marital",
          "gender",
          "sex",
          "birth",
          "birthday",
          "birthdate",
          "age",
          "id_card",
          "idcard",
          "identity_number",
          "school",
          "class_name",
          "streak",
          "online");

  private record Column(String table, String name) {

    /** Its words, and each two neighbours. */
    Set<String> words() {
      var parts = List.of(name.split("_"));
      var words = new TreeSet<>(parts);
      for (int i = 1; i < parts.size(); i++) {
        words.add(parts.get(i - 1) + "_" + parts.get(i));
      }
      words.add(name.replace("_", ""));
      return words;
    }
  }

  @Autowired JdbcClient jdbc;

  @Test
  void noColumnOfADistrictHoldsWhatMayNotBeKnown() {
    var columns = columns();
    assertThat(columns).hasSizeGreaterThan(80).extracting(Column::name).contains("rating");
    assertThat(columns)
        .allSatisfy(
            column ->
                assertThat(column.words())
                    .as("%s.%s", column.table(), column.name())
                    .doesNotContainAnyElementsOf(FORBIDDEN));
  }

  @Test
  void noTableIsNamedAfterIt() {
    assertThat(columns().stream().map(Column::table).distinct())
        .allSatisfy(
            table ->
                assertThat(Arrays.asList(table.split("_"))).doesNotContainAnyElementsOf(FORBIDDEN));
  }

  @Test
  void onlyTheWishersOwnRatingOfAWishIsARating() {
    assertThat(columns())
        .filteredOn(column -> column.name().contains("rating"))
        .extracting(Column::table)
        .containsOnly("wish");
  }

  @Test
  void theListItselfIsRead() {
    assertThat(new Column("person", "risk_level").words()).containsAnyElementsOf(FORBIDDEN);
    assertThat(new Column("person", "idCard".toLowerCase(java.util.Locale.ROOT)).words())
        .containsAnyElementsOf(FORBIDDEN);
    assertThat(new Column("person", "face").words()).containsAnyElementsOf(FORBIDDEN);
    assertThat(new Column("wish", "template").words()).doesNotContainAnyElementsOf(FORBIDDEN);
    assertThat(new Column("wish", "storage").words()).doesNotContainAnyElementsOf(FORBIDDEN);
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select table_name, column_name from information_schema.columns
            where table_schema = current_schema order by 1, 2""")
        .query((row, n) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }
}
