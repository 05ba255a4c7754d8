package org.silian.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silian.alliance.BodyRuleTests.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** Joint documents and who reads them, on a real database. */
@ModuleTest
class JointDocumentProcessTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static int next = 1;

  @Autowired TestDistrict district;
  @Autowired OrganisationManagement organisations;
  @Autowired OrganisationDirectory directory;
  @Autowired AppointmentManagement appointments;
  @Autowired JointDocumentManagement management;
  @Autowired JointDocumentBoard board;

  private UUID department;
  private UUID university;
  private Actor author;

  @BeforeEach
  void issuers() {
    department = founded(OrganisationKind.DEPARTMENT, "区委组织部");
    university = founded(OrganisationKind.UNIVERSITY, "望江大学");
    author = inPost(Role.ORGANISATION_DEPARTMENT, department);
  }

  @Test
  void aDepartmentsDocumentIsForTheWholeDistrict() {
    var document = issue(author, department, university);

    for (var reader :
        List.of(
            author,
            district.appointed(Role.COMMUNITY_WORKER, district.community("秀灵南社区")),
            district.appointed(Role.UNIVERSITY_LIAISON, university))) {
      assertThat(board.find(reader, document))
          .hasValueSatisfying(
              read -> {
                assertThat(read.issuers()).containsExactly("区委组织部", "望江大学");
                assertThat(read.state()).isEqualTo(JointDocumentState.IN_FORCE);
              });
    }
  }

  @Test
  void aStreetsDocumentIsForItsLineAlone() {
    var community = directory.get(district.community("秀灵南社区"));
    var street = community.parent();
    var worker = district.appointed(Role.STREET_WORKER, street);
    var document = issue(worker, street, university);

    var below = district.appointed(Role.COMMUNITY_WORKER, community.id());
    var beside = district.appointed(Role.COMMUNITY_WORKER, district.community("石埠社区"));
    assertThat(board.find(below, document)).isPresent();
    assertThat(board.find(author, document)).isPresent();
    assertThat(board.find(beside, document)).isEmpty();
    assertThat(board.list(beside, null, null, null, 50).items())
        .extracting(JointDocumentBoard.Read::id)
        .doesNotContain(document);
  }

  @Test
  void isEnteredByOneOfItsIssuersUnderANumberOfItsOwn() {
    var stranger =
        district.appointed(Role.STREET_WORKER, directory.get(district.community("石埠社区")).parent());
    assertThatThrownBy(() -> issue(stranger, department, university))
        .satisfies(refused("alliance.issuer-out-of-reach"));

    var paper = paper("西组〔2026〕900号", department, university);
    author.call(() -> management.issue(paper));
    assertThatThrownBy(() -> author.call(() -> management.issue(paper)))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("alliance.number-taken");
  }

  @Test
  void showsItsIssuersAsTheyWereCalledOnTheDayOfIssue() {
    var document = issue(author, department, university);
    Actor.SYSTEM.run(
        () -> organisations.rename(university, new Revision(0), "望江科技大学", TODAY, "教发〔2026〕1号"));

    assertThat(board.find(author, document).orElseThrow().issuers()).contains("望江大学");
  }

  @Test
  void isRevokedByWhoReachesTheIssuerThatLeads() {
    var document = issue(author, department, university);
    var liaison = district.appointed(Role.UNIVERSITY_LIAISON, university);

    assertThatThrownBy(
            () -> liaison.run(() -> management.revoke(document, new Revision(0), TODAY, null)))
        .satisfies(refused("alliance.document-not-found"));
    author.run(() -> management.revoke(document, new Revision(0), TODAY, "西组〔2026〕99号"));
    var read = board.find(author, document).orElseThrow();
    assertThat(read.state()).isEqualTo(JointDocumentState.REVOKED);
    assertThat(read.issuers()).hasSize(2);
  }

  private UUID issue(Actor by, UUID... issuers) {
    return by.call(() -> management.issue(paper("西组〔2026〕" + next++ + "号", issuers)));
  }

  private static JointDocumentManagement.Entering paper(String number, UUID... issuers) {
    return new JointDocumentManagement.Entering(
        number, "关于共建的通知", List.of(issuers), null, TODAY.minusDays(5), null, null);
  }

  private UUID founded(OrganisationKind kind, String name) {
    return Actor.SYSTEM.call(
        () ->
            organisations.found(
                new Founding(kind, name, district.root(), null, null, LocalDate.of(2024, 1, 1))));
  }

  /** In a department, whose posts work with what the organisation above it has. */
  private Actor inPost(Role role, UUID organisation) {
    var actor = district.appointed(role, organisation);
    var post = appointments.posts(actor.person(), TODAY).getFirst();
    return new Actor(actor.person(), actor.appointment(), role, organisation, post.path());
  }
}
