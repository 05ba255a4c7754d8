package org.silian.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.ContactController.ContactRequest;
import org.silian.organisation.ReadingController.CounterReadingRequest;
import org.silian.organisation.ReadingController.ReadingRequest;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands at the counter beside every screen: a telephone, hours, and somebody who helps. */
@ModuleTest
class CounterTests {

  @Autowired TestDistrict district;
  @Autowired ContactController contacts;
  @Autowired ReadingController reading;
  @Autowired Readings readings;
  @Autowired PersonManagement people;

  @Test
  void aCommunityTellsThePublicHowItIsReached() {
    var community = district.community("友爱北社区");
    var worker = district.appointed(Role.COMMUNITY_WORKER, community);
    assertThat(contacts.contact(community).version()).isZero();
    tell(worker, community, "0", "0771-0000101");
    assertThat(contacts.contact(community).phone()).isEqualTo("0771-0000101");
    assertThat(contacts.contact(community).hours()).isNull();
    tell(worker, community, "1", "0771-0000102");
    assertThat(contacts.contact(community).version()).isEqualTo(2);
  }

  @Test
  void whoChangesWhatSomebodyElseJustChangedIsTold() {
    var community = district.community("友爱南社区");
    var worker = district.appointed(Role.COMMUNITY_WORKER, community);
    tell(worker, community, "0", "0771-0000101");
    refused("stale", () -> tell(worker, community, "0", "0771-0000109"));
    refused("stale", () -> tell(worker, community, "7", "0771-0000109"));
    assertThat(contacts.contact(community).phone()).isEqualTo("0771-0000101");
  }

  @Test
  void anotherCommunitysCounterIsNotHers() {
    var worker = district.appointed(Role.COMMUNITY_WORKER, district.community("友爱北社区"));
    refused(
        "organisation.not-found",
        () -> tell(worker, district.community("秀灵南社区"), "0", "0771-0000101"));
    refused("organisation.not-found", () -> contacts.contact(district.root()));
  }

  @Test
  void howOneReadsIsRememberedForThePerson() {
    var person = district.person();
    var self = new Actor(person, null, Role.RESIDENT, null, null);
    assertThat(self.call(reading::reading).chosen()).isFalse();
    self.run(() -> reading.choose(new ReadingRequest("en", true)));
    assertThat(self.call(reading::reading).largeType()).isTrue();
    assertThat(readings.language(person)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aWorkerSetsLargeTypeUpAtTheCounterForWhoSaysHerPhone() {
    var worker = district.appointed(Role.COMMUNITY_WORKER, district.community("友爱北社区"));
    var person = Actor.SYSTEM.call(() -> people.register("卢阿婆", "13911112222"));
    worker.run(() -> reading.chooseAtCounter(new CounterReadingRequest("139 1111 2222", true)));
    assertThat(readings.find(person).orElseThrow().largeType()).isTrue();
    assertThat(readings.language(person)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    refused(
        "organisation.nobody-with-phone",
        () ->
            worker.run(
                () -> reading.chooseAtCounter(new CounterReadingRequest("13911113333", true))));
  }

  private void tell(Actor worker, UUID community, String version, String phone) {
    worker.run(() -> contacts.tell(community, version, new ContactRequest(phone, null, " ")));
  }

  private static void refused(String code, Runnable work) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(work::run)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
