package org.silian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.silian.language.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How persons like to read: in which language, and whether in large type (长辈版). */
@Component
public class Readings {

  private final JdbcClient jdbc;

  Readings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Reading(Locale language, boolean largeType) {

    private static Reading from(ResultSet row, int n) throws SQLException {
      return new Reading(
          Locale.forLanguageTag(row.getString("language")), row.getBoolean("large_type"));
    }
  }

  Optional<Reading> find(UUID person) {
    return jdbc.sql("select language, large_type from organisation_reading where person_id = ?")
        .param(person)
        .query(Reading::from)
        .optional();
  }

  /** The language in which a person is written to. */
  public Locale language(UUID person) {
    return find(person).map(Reading::language).orElse(Texts.LANGUAGES.getFirst());
  }

  @Transactional
  void choose(UUID person, Reading reading) {
    jdbc.sql(
            """
            insert into organisation_reading (person_id, language, large_type) values (?, ?, ?)
            on conflict (person_id) do update
            set language = excluded.language, large_type = excluded.large_type""")
        .params(person, reading.language().toLanguageTag(), reading.largeType())
        .update();
  }

  /** At the counter; the language stays as the person chose it. */
  @Transactional
  void enlarge(UUID person, boolean largeType) {
    choose(person, new Reading(language(person), largeType));
  }
}
