package org.silian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.api.Cursor;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.wish.WishBoard.Filter;
import org.silian.wish.WishBoard.WishRow;
import org.silian.wish.WishWall.WishCard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of many wishes: reach, filters, order, pages without gaps. */
@ModuleTest
class WishListTests {

  @Autowired WishBoard board;
  @Autowired WishWall wall;
  @Autowired TestDistrict district;
  @Autowired OrganisationDirectory organisations;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private UUID neighbour;
  private UUID far;
  private Actor leader;
  private Actor worker;

  @BeforeEach
  void wishes() {
    jdbc.sql("delete from wish").update();
    var all = organisations.communities();
    if (all.isEmpty()) {
      district.root();
      all = organisations.communities();
    }
    community = all.getFirst().id();
    var street = all.getFirst().parent();
    var other = all.stream().filter(c -> !c.parent().equals(street)).findFirst().orElseThrow();
    neighbour = all.get(1).id();
    far = other.id();
    leader = district.appointed(Role.STREET_WORKER, street);
    worker = district.appointed(Role.COMMUNITY_WORKER, community);
    for (int i = 0; i < 12; i++) {
      insert(i, List.of(community, neighbour, far).get(i % 3), i % 4 == 0 ? 2 : 1);
    }
  }

  @Test
  void aPostSeesTheWishesOfItsReachAndNoOthers() {
    assertThat(list(worker, null)).hasSize(4);
    assertThat(list(leader, null)).hasSize(8);
    assertThat(list(leader, neighbour)).hasSize(4);
    assertThat(list(leader, far)).isEmpty();
    assertThat(list(worker, district.root())).hasSize(4);
    assertThat(list(district.registered(Role.RESIDENT, community), null)).isEmpty();
  }

  @Test
  void aListComesInPagesTheLatestFirst() {
    var seen = new ArrayList<WishRow>();
    Cursor after = null;
    do {
      var page = board.within(leader, new Filter(null, null, null, null), after, 3);
      seen.addAll(page.items());
      after = Cursor.parse(page.next());
    } while (after != null);
    assertThat(seen).isEqualTo(list(leader, null));
    assertThat(seen).extracting(WishRow::collectedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void aBeginningFindsATitleOrANumber() {
    assertThat(search("wish-1")).extracting(WishRow::title).contains("wish-1", "wish-10");
    assertThat(search("2026-0007")).extracting(WishRow::title).containsExactly("wish-7");
    assertThat(search("%")).isEmpty();
  }

  @Test
  void theWallComesInPagesWithAndWithoutAPlaceNearBy() {
    for (var near : new UUID[] {null, community}) {
      var seen = new ArrayList<WishCard>();
      Cursor after = null;
      do {
        var page = wall.cards(null, near, after, 5);
        seen.addAll(page.items());
        after = Cursor.parse(page.next());
      } while (after != null);
      assertThat(seen).hasSize(12).doesNotHaveDuplicates();
      assertThat(seen.subList(0, 3)).allMatch(WishCard::rolledOver);
      assertThat(seen.subList(3, 12)).noneMatch(WishCard::rolledOver);
      if (near == null) {
        assertThat(seen.subList(3, 12)).extracting(WishCard::number).isSorted();
        assertThat(seen).allMatch(card -> card.kilometres() == null);
      } else {
        assertThat(seen.subList(3, 12))
            .extracting(card -> card.kilometres() == null ? 0 : card.kilometres())
            .isSorted();
      }
    }
  }

  @Test
  void aMadeUpCursorIsRefused() {
    for (var key : List.of("x", "true/near/2026", "2026-02-31T00:00:00Z")) {
      var cursor = new Cursor(key, UUID.randomUUID());
      assertThatThrownBy(() -> wall.cards(null, null, cursor, 5)).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> board.within(leader, new Filter(null, null, null, null), cursor, 5))
          .isInstanceOf(Refusal.class);
    }
  }

  private List<WishRow> list(Actor actor, @Nullable UUID organisation) {
    return board.within(actor, new Filter(null, null, organisation, null), null, 50).items();
  }

  private List<WishRow> search(String q) {
    return board.within(leader, new Filter(null, null, null, q), null, 50).items();
  }

  private void insert(int i, UUID organisation, int round) {
    var at = TestClock.START.minus(Duration.ofHours(24 - i)).plusNanos(1_000L * i);
    jdbc.sql(
            """
            insert into wish (id, version, number, organisation_id, kind, child, collected_at,
              consent_notice_version, consent_how, consent_at, state, title, text, round,
              published_at)
            values (gen_random_uuid(), 0, ?, ?, 'REPAIR', false, ?, '1', 'ORAL', ?, 'PUBLISHED', ?,
              '社区一位居民希望换一盏灯', ?, ?)""")
        .param("2026-%04d".formatted(i))
        .param(organisation)
        .param(at.atOffset(ZoneOffset.UTC))
        .param(at.atOffset(ZoneOffset.UTC))
        .param("wish-" + i)
        .param(round)
        .param(at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
