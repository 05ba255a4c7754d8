package org.silian.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is old is forgotten, and that it is can be seen. */
@ModuleTest
class RetentionTests {

  @Autowired RetentionJob job;
  @Autowired CatalogueController catalogue;
  @Autowired ObjectProvider<RetentionRule> rules;
  @Autowired Texts texts;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void rPi12_eachRunIsProvedOnceADayAndWheneverSomethingWent() {
    assertThat(rules.stream().map(RetentionRule::id))
        .contains("privacy.reads", "api.requests", "access.over", "notice.old", "wish.contact");
    run();
    run();

    var first = catalogue.proofs(null, null, 100).items();
    assertThat(first).hasSize((int) rules.stream().count());
    assertThat(first).allSatisfy(proof -> assertThat(proof.deleted()).isZero());

    jdbc.sql(
            """
            insert into api_idempotency (owner, key, request, created_at)
            values (gen_random_uuid(), 'k', '', '2020-01-01')""")
        .update();
    clock.advance(Duration.ofHours(1));
    run();
    run();

    assertThat(catalogue.proofs("api.requests", null, 100).items())
        .extracting(CatalogueController.RetentionProof::deleted)
        .containsExactly(1L, 0L);
  }

  @Test
  void everyRuleHasAName() {
    for (var locale : Texts.LANGUAGES) {
      LocaleContextHolder.setLocale(locale == null ? Locale.ENGLISH : locale);
      assertThat(rules.stream()).allMatch(rule -> texts.has("rule." + rule.id()));
    }
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aProofCannotBeTakenBack() {
    run();

    assertThatThrownBy(() -> jdbc.sql("delete from privacy_proof").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void rPi17_theCountOfPersonsIsShownWithTheNumberThatMatters() {
    assertThat(catalogue.persons().many()).isEqualTo(1_000_000);
    assertThat(catalogue.persons().reportBy()).isNull();
  }

  private void run() {
    Actor.SYSTEM.run(job::run);
  }
}
