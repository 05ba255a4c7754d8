package org.silian.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.city.CityBoard.Published;
import org.silian.figure.MonthlyFlows;
import org.silian.journal.Actor;
import org.silian.journal.Stones;
import org.silian.journal.Stones.StoneLaid;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishing a month, on a real database; the clock stands in November 2026. */
@ModuleTest
class CityTests {

  private static final Set<String> FIGURES = Set.of("T1");

  @Autowired Publications publications;
  @Autowired CityUpload upload;
  @Autowired CityBoard board;
  @Autowired CityFeed feed;
  @Autowired MonthlyFlows flows;
  @Autowired Stones stones;
  @Autowired TestDistrict town;
  @Autowired JdbcClient jdbc;

  private static int months;
  private YearMonth month;
  private Actor publisher;

  /** Each test has a month of its own. */
  @BeforeEach
  void publisher() {
    month = YearMonth.of(2026, 10).minusMonths(months++);
    publisher = town.appointed(Role.ORGANISATION_DEPARTMENT, town.root());
  }

  @Test
  void whatIsPublishedIsWhatWasSeenAndASmallStreetIsMaskedWithOthers() {
    lay("秀灵南社区", 3);
    lay("北湖安居社区", 40);

    var draft = draft();
    publish(draft, true);

    var published = mine();
    assertThat(published)
        .extracting(p -> p.division() + "=" + p.amount())
        .containsExactlyInAnyOrderElementsOf(
            draft.cells().stream().map(c -> c.division() + "=" + c.amount()).toList());
    assertThat(published)
        .filteredOn(p -> p.division().isEmpty())
        .extracting(Published::amount)
        .containsExactly(43L);
    assertThat(published)
        .filteredOn(p -> p.division().equals("450107001"))
        .extracting(Published::amount)
        .containsOnlyNulls();
    assertThat(published).filteredOn(p -> p.amount() == null).hasSizeGreaterThan(2);
  }

  @Test
  void nothingLeavesThatWasNotSeen() {
    lay("秀灵南社区", 20);
    var draft = draft();
    lay("秀灵南社区", 1);

    assertThatThrownBy(() -> publish(draft, true))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("city.changed"));
    assertThat(mine()).isEmpty();
  }

  @Test
  void aPublicationIsCorrectedByALaterRevisionAloneAndUncoversNothing() {
    lay("秀灵南社区", 4);
    lay("北湖安居社区", 40);
    publish(draft(), true);
    var masked = masked();

    lay("秀灵南社区", 30);
    var second = draft();
    publish(second, true);

    assertThat(second.revision()).isEqualTo(2);
    assertThat(masked()).containsAll(masked).contains("450107001");
    assertThat(mine())
        .filteredOn(p -> p.division().isEmpty())
        .extracting(Published::amount)
        .containsExactly(74L);
    assertThatThrownBy(() -> jdbc.sql("delete from city_publication").update())
        .hasRootCauseMessage("ERROR: permission denied for table city_publication");
  }

  @Test
  void aCopyThatWasCutShortIsMadeAgainOnce() {
    lay("秀灵南社区", 50);
    publish(draft(), true);
    jdbc.sql("update city_publication set sent_at = null").update();

    upload.send();

    assertThat(mine()).filteredOn(p -> p.division().isEmpty()).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from city_publication where sent_at is null")
                .query((row, n) -> row.getInt(1))
                .single())
        .isZero();
  }

  @Test
  void everybodyReadsWhatWasOpenedAndNothingElse() {
    lay("秀灵南社区", 3);
    lay("北湖安居社区", 40);
    publish(draft(), false);
    assertThat(feed.of(month, true).getBody()).doesNotContain(District.current().code());
    assertThat(feed.of(month, false).getBody()).contains(District.current().code());

    publish(draft(), true);

    assertThat(feed.of(month, true).getBody())
        .contains(District.current().code())
        .contains(",450107001,衡阳街道,T1,")
        .doesNotContainPattern(",450107001,衡阳街道,T1,[^,]*,[^,]*,\\d");
  }

  @Test
  void onlyMonthsThatAreOverAndFlowsThatBreakNothingDownArePublished() {
    assertThat(flows.ids()).contains("N33", "T1").doesNotContain("wish.open", "N33.student", "N3");
    refused("city.month-not-over", YearMonth.of(2026, 11), FIGURES);
    refused("city.not-publishable", month, Set.of("wish.open"));
    refused("city.no-figures", month, Set.of());
  }

  @Test
  void aTrendHasTheTotalsOfEachDistrictByMonth() {
    lay("秀灵南社区", 60);
    publish(draft(), true);

    assertThat(board.trend("T1", month, month))
        .filteredOn(p -> p.district().equals(District.current().code()))
        .extracting(Published::amount)
        .containsExactly(60L);
  }

  private void refused(String code, YearMonth month, Set<String> figures) {
    assertThatThrownBy(() -> publications.draft(month, figures))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private void lay(String community, int stones) {
    var at = District.start(month.atDay(3));
    UUID id = town.community(community);
    publisher.run(
        () -> {
          var facts = new StoneLaid[stones];
          for (int i = 0; i < stones; i++) {
            facts[i] = new StoneLaid(id, at.plusSeconds(i), 1);
          }
          this.stones.tell(facts);
        });
  }

  private Publications.Draft draft() {
    return publisher.call(() -> publications.draft(month, FIGURES));
  }

  private void publish(Publications.Draft draft, boolean open) {
    publisher.run(() -> publications.publish(month, FIGURES, draft.seen(), open));
    upload.send();
  }

  private List<Published> mine() {
    return board.month(month, false).stream()
        .filter(p -> p.district().equals(District.current().code()))
        .toList();
  }

  private List<String> masked() {
    return mine().stream().filter(p -> p.amount() == null).map(Published::division).toList();
  }
}
