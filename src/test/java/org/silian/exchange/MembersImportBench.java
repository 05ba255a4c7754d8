package org.silian.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.exchange.ImportController.ColumnChoice;
import org.silian.exchange.ImportController.ColumnsRequest;
import org.silian.exchange.ImportController.RunRequest;
import org.silian.exchange.ImportController.Which;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockMultipartFile;

/**
 * How long 4,800 party members with their grids take from the file to the journal: {@code ./mvnw
 * test -Dtest=MembersImportBench}. Its name keeps it out of the tests; a time is no test.
 */
@ModuleTest
class MembersImportBench {

  private static final int MEMBERS = 4_800;
  private static final int GRIDS = 112;

  @Autowired ImportController imports;
  @Autowired TestDistrict district;
  @Autowired OrganisationManagement organisations;
  @Autowired Grids grids;

  @Test
  void fourThousandEightHundredMembers() throws Exception {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    var community = district.community("秀灵南社区");
    var since = LocalDate.of(2020, 1, 1);
    Actor.SYSTEM.call(
        () ->
            organisations.found(
                new Founding(
                    OrganisationKind.PARTY_ORGANISATION, "量党委", community, null, null, since)));
    for (int i = 0; i < GRIDS; i++) {
      var name = "网格" + i;
      Actor.SYSTEM.call(() -> grids.draw(GridLayer.PARTY, name, community, since));
    }
    var secretary = district.appointed(Role.COMMUNITY_SECRETARY, community);
    for (int round = 0; round < 3; round++) {
      measure(secretary, round);
    }
  }

  private void measure(Actor secretary, int round) throws Exception {
    var text = new StringBuilder("序号,姓名,手机号,党组织,党建网格,编入日期\n");
    for (int i = 0; i < MEMBERS; i++) {
      text.append(i + 1)
          .append(",韦木")
          .append((char) ('一' + i))
          .append(",137%d%07d".formatted(round, i))
          .append(",量党委,网格")
          .append(i % GRIDS)
          .append(",2026年3月5日\n");
    }
    var file =
        new MockMultipartFile(
            "file", "a.csv", null, text.toString().getBytes(StandardCharsets.UTF_8));
    long start = System.nanoTime();
    var brought =
        secretary.call(
            () -> imports.bring(UUID.randomUUID().toString(), "members", file).getBody());
    long read = System.nanoTime();
    var columns =
        brought.columns().stream()
            .filter(c -> c.field() != null)
            .map(c -> new ColumnChoice(c.index(), c.field()))
            .toList();
    var checked =
        secretary
            .call(() -> imports.choose(brought.id(), "0", new ColumnsRequest(columns, List.of())))
            .getBody();
    long tried = System.nanoTime();
    var done =
        secretary.call(() -> imports.run(brought.id(), "1", new RunRequest(Which.ALL)).getBody());
    long made = System.nanoTime();
    assertThat(checked.check().fresh()).isEqualTo(MEMBERS);
    assertThat(done.state()).isEqualTo(ImportStore.State.DONE);
    System.out.printf(
        "%d members: read %d ms, tried %d ms, made %d ms, together %d ms%n",
        MEMBERS,
        (read - start) / 1_000_000,
        (tried - read) / 1_000_000,
        (made - tried) / 1_000_000,
        (made - start) / 1_000_000);
  }
}
