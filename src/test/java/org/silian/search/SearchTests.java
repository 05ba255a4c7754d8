package org.silian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.permission.Role.COMMUNITY_WORKER;
import static org.silian.permission.Role.DISTRICT_LEADER;
import static org.silian.permission.Role.RESIDENT;
import static org.silian.permission.Role.STREET_WORKER;
import static org.silian.permission.Role.SYSTEM_ADMINISTRATOR;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationManagement;
import org.silian.problem.Refusal;
import org.silian.search.SearchController.SearchHit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the one box finds, and for whom. */
@ModuleTest
class SearchTests {

  @Autowired TestDistrict district;
  @Autowired SearchController search;
  @Autowired SearchIndex index;
  @Autowired SearchBoard board;
  @Autowired Terms terms;
  @Autowired OrganisationDirectory organisations;
  @Autowired OrganisationManagement management;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private UUID other;

  @BeforeEach
  void places() {
    community = district.community("秀灵南社区");
    other = district.community("友爱南社区");
    index.readNoted();
  }

  @Test
  void findsAPlaceByItsNameAPartOfItItsPinyinAndItsInitials() {
    var leader = district.appointed(DISTRICT_LEADER, district.root());
    for (var asked : List.of("秀灵南社区", "灵南", "秀", "xiulingnan", "lingnan", "xlnsq", "ＸＬＮ")) {
      assertThat(ids(leader, asked)).as(asked).contains(community).doesNotContain(other);
    }
  }

  @Test
  void findsNothingOutOfReachAndSaysNoMoreThanThat() {
    var worker = district.appointed(COMMUNITY_WORKER, community);
    assertThat(ids(worker, "社区")).containsExactly(community);
    assertThat(worker.call(() -> search.all("友爱南"))).isEmpty();
  }

  @Test
  void findsNothingForWhoeverHasNoPost() {
    var resident = district.registered(RESIDENT, community);
    assertThat(resident.call(() -> search.all("社区"))).isEmpty();
    assertThatThrownBy(() -> resident.call(() -> search.one("organisation", "社区", null, 20)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"));
  }

  @Test
  void aPostWithoutTheRightToAKindOfRecordDoesNotFindIt() {
    keep("wish", community, "2026-7001", "想换一盏台灯", 0);
    var leader = district.appointed(DISTRICT_LEADER, district.root());
    assertThat(leader.call(() -> search.all("台灯"))).isEmpty();
  }

  @Test
  void findsWhatAllWordsHaveInCommonInAnyOrder() {
    keep("kind", community, "2026-1", "请人维修电灯", 1);
    keep("kind", community, "2026-2", "请人维修水管", 2);
    assertThat(found("电灯 维修")).containsExactly("2026-1");
    assertThat(found("电灯维修")).containsExactly("2026-1");
    assertThat(found("维修")).containsExactly("2026-1", "2026-2");
    assertThat(found("电灯 水管")).isEmpty();
  }

  @Test
  void findsARecordByTheBeginningOfItsNumber() {
    keep("kind", community, "调〔2026〕0017", "邻里纠纷", 3);
    assertThat(board.find("kind", query("调〔2026〕0017"), "调〔2026〕0017", null, 5))
        .extracting(SearchBoard.Hit::number)
        .containsExactly("调〔2026〕0017");
  }

  @Test
  void findsARareOldWordBehindManyNewRecords() {
    keep("kind", community, "old", "樱花树下的长椅", 4_000_000);
    jdbc.sql(
            """
            insert into search_record (subject_type, subject_id, organisation_id, number, at, words)
            select 'kind', gen_random_uuid(), ?, 'n' || n, now() + n * interval '1 second',
              array_to_tsvector(array['#kind', '@1.', '普通'])
            from generate_series(1, 6000) n""")
        .param(community)
        .update();
    assertThat(found("樱花 长椅")).containsExactly("old");
  }

  @Test
  void readsOnInPagesWithoutRepeatingAnything() {
    for (int n = 0; n < 5; n++) {
      keep("kind", community, "p" + n, "羽毛球", 10 + n);
    }
    var first = board.find("kind", query("羽毛球"), null, null, 2);
    var rest = board.find("kind", query("羽毛球"), null, first.getLast().cursor(), 9);
    assertThat(first).extracting(SearchBoard.Hit::number).containsExactly("p0", "p1");
    assertThat(rest).extracting(SearchBoard.Hit::number).containsExactly("p2", "p3", "p4");
  }

  @Test
  void whatIsGoneIsFoundNoMore() {
    var leader = district.appointed(DISTRICT_LEADER, district.root());
    var gone = ids(leader, "明秀").getFirst();
    jdbc.sql("update organisation set dissolved_on = founded_on where id = ?").param(gone).update();
    jdbc.sql("insert into search_queue values ('organisation', ?)").param(gone).update();
    index.readNoted();
    assertThat(ids(leader, "明秀")).isNotEmpty().doesNotContain(gone);
  }

  @Test
  void whatHasMovedIsFoundWhereItIsNow() {
    var moved = district.community("北湖中社区");
    var street = organisations.byDivision("450107001").orElseThrow().id();
    var worker = district.appointed(STREET_WORKER, street);
    assertThat(ids(worker, "北湖中")).isEmpty();
    var leader = district.appointed(SYSTEM_ADMINISTRATOR, district.root());

    leader.run(() -> management.move(moved, revision(moved), street, null));
    index.readNoted();

    assertThat(ids(worker, "北湖中")).containsExactly(moved);
  }

  private List<UUID> ids(Actor actor, String asked) {
    return actor.call(() -> search.one("organisation", asked, null, 100)).items().stream()
        .map(SearchHit::id)
        .toList();
  }

  private Revision revision(UUID organisation) {
    return new Revision(
        jdbc.sql("select version from organisation where id = ?")
            .param(organisation)
            .query((row, n) -> row.getLong(1))
            .single());
  }

  private String query(String asked) {
    return terms.query(asked, "kind", "1.");
  }

  private List<String> found(String asked) {
    return board.find("kind", query(asked), null, null, 5).stream()
        .map(SearchBoard.Hit::number)
        .toList();
  }

  /** A record of a kind that no module owns, so many seconds old. */
  private void keep(String kind, UUID organisation, String number, String text, long age) {
    var lexemes = terms.of(List.of(text), List.of());
    lexemes.addAll(Terms.marks(kind, "1."));
    jdbc.sql(
            """
            insert into search_record (subject_type, subject_id, organisation_id, number, at, words)
            values (?, gen_random_uuid(), ?, ?, now() - ? * interval '1 second',
              array_to_tsvector(?::text[]))""")
        .param(kind)
        .param(organisation)
        .param(number)
        .param(age)
        .param(lexemes.toArray(String[]::new))
        .update();
  }
}
