package org.silian.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.silian.Committed;
import org.silian.ModuleTest;
import org.silian.language.Texts;
import org.silian.privacy.PersonalFields.Merging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No basis, no column: what the migrated schema can hold of a person is in the catalogue, with its
 * basis, purpose and retention, or is said not to be of anybody.
 */
@ModuleTest
class CatalogueTests {

  /** Types that can hold no name, word, number or reference of a person. */
  private static final String EXEMPT =
      "('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'bool', 'date', 'timestamptz')";

  @Autowired Catalogue catalogue;
  @Autowired Texts texts;
  @Autowired JdbcClient jdbc;

  @Test
  void rPi01_everyColumnThatCanHoldSomethingPersonalIsInTheCatalogue() {
    var undeclared = new TreeSet<>(columns());
    undeclared.removeAll(catalogue.declared());

    assertThat(undeclared)
        .as(
            "columns to declare in the PersonalKeeper of their module (see WishData): as part of a"
                + " kind, with basis, purpose and retention, or as impersonal")
        .isEmpty();
  }

  @Test
  void nothingIsDeclaredThatIsNotThere() {
    var all = jdbcColumns("true");

    assertThat(catalogue.declared()).allMatch(all::contains);
  }

  @Test
  void rPi03_everyKindSaysWhatWhyAndHowLongInBothLanguages() {
    for (var locale : Texts.LANGUAGES) {
      LocaleContextHolder.setLocale(locale);
      try {
        for (var kind : catalogue.kinds()) {
          for (var part : Set.of("", ".why", ".kept")) {
            assertThat(texts.has("personal." + kind.id() + part))
                .as("personal.%s%s %s", kind.id(), part, locale)
                .isTrue();
          }
          assertThat(kind.fields())
              .allSatisfy(
                  field ->
                      assertThat(texts.has("field." + field.column()))
                          .as("field.%s %s", field.column(), locale)
                          .isTrue());
        }
      } finally {
        LocaleContextHolder.resetLocaleContext();
      }
    }
  }

  @Test
  void rPi02_whatIsKeptByDutyNamesTheLaw() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    try {
      assertThat(catalogue.kinds())
          .filteredOn(kind -> kind.basis() == LawfulBasis.STATUTORY_DUTY)
          .allSatisfy(kind -> assertThat(kind.why()).as(kind.id()).matches(".*[（(].+[）)].*"));
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Test
  void everyReferenceToAPersonSaysWhatBecomesOfItWhenRecordsAreMerged() {
    var referring =
        jdbc.sql(
                """
                select c.relname || '.' || a.attname from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                where k.contype = 'f' and c.relnamespace = current_schema::regnamespace
                  and k.confrelid in (
                    'organisation_person'::regclass, 'access_account'::regclass)""")
            .query((row, n) -> row.getString(1))
            .list();

    assertThat(referring).hasSizeGreaterThan(12);
    assertThat(catalogue.references().keySet()).containsAll(referring);
    var movable = jdbcColumns("a.attname = 'id'");
    assertThat(catalogue.references())
        .allSatisfy(
            (column, how) -> {
              if (how == Merging.MOVES) {
                assertThat(movable).contains(column.replaceFirst("\\..*", ".id"));
              }
            });
  }

  /** Merging two records and erasing a person look for each of them in tables that only grow. */
  @Test
  void everyReferenceToAPersonIsFoundByAnIndex() {
    var unfound = new TreeSet<>(catalogue.references().keySet());
    // Found together with its type.
    unfound.remove("journal_entry.subject_id");
    jdbc.sql(
            """
            select c.relname || '.' || a.attname from pg_index i
            join pg_class c on c.oid = i.indrelid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where c.relnamespace = current_schema::regnamespace
              and (i.indpred is null
                or pg_get_expr(i.indpred, c.oid) = '(' || a.attname || ' IS NOT NULL)')""")
        .query((row, n) -> row.getString(1))
        .list()
        .forEach(unfound::remove);

    assertThat(unfound).isEmpty();
  }

  @Test
  void rPi04_theDocumentTellsIt() throws Exception {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    try {
      var text =
          new StringBuilder(
              """
              # What is kept of people

              Written by `CatalogueTests` from what the modules declare; after a change run
              `./mvnw test -Dtest=CatalogueTests -Dsilian.docs=write`. The same, in Chinese and
              English, is at `/me/data/catalogue`, for everybody.

              | What | Why | Basis (PIPL) | How long | Columns |
              | --- | --- | --- | --- | --- |
              """);
      for (var kind : catalogue.kinds()) {
        text.append(
            "| %s | %s | %s, %s | %s | %s |\n"
                .formatted(
                    kind.name(),
                    kind.why(),
                    kind.basisName(),
                    kind.law(),
                    kind.kept(),
                    kind.fields().stream()
                        .map(field -> "`" + field.column() + "`")
                        .collect(Collectors.joining(" "))));
      }
      Committed.isUpToDate(Path.of("docs", "personal-data.md"), text.toString(), "silian.docs");
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  @Test
  void rPi17_thirtyWorkingDaysFromTheMillionthPerson() {
    assertThat(CatalogueController.reportBy(LocalDate.of(2026, 11, 23)))
        .isEqualTo(LocalDate.of(2027, 1, 4));
  }

  /** All that is not exempt by its type, as its table's own id, or as a reference to a thing. */
  private Set<String> columns() {
    return jdbcColumns(
        """
        t.typname not in %s
        and not (t.typname = 'uuid' and a.attname = 'id')
        and not (t.typname = 'uuid' and exists (
          select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
            and k.conkey = array[a.attnum]
            and k.confrelid not in (
              'organisation_person'::regclass, 'access_account'::regclass)))"""
            .formatted(EXEMPT));
  }

  private Set<String> jdbcColumns(String where) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                join pg_type t on t.oid = a.atttypid
                where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p')
                  and not c.relispartition and a.attnum > 0 and not a.attisdropped
                  and c.relname <> 'flyway_schema_history' and %s"""
                    .formatted(where))
            .query((row, n) -> row.getString(1))
            .list());
  }
}
