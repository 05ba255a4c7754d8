package org.silian.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.Timelines;
import org.silian.language.Texts;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.wording.OwnWords.Words;
import org.silian.wording.WordingController.TextKind;
import org.silian.wording.WordingController.TextRequest;
import org.silian.wording.WordingController.TextRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A district's own words. */
@ModuleTest
class WordingTests {

  @Autowired Texts texts;
  @Autowired WordingController controller;
  @Autowired DistrictSettingsController settings;
  @Autowired WordingStore store;
  @Autowired OwnWords words;
  @Autowired Timelines timelines;
  @Autowired TestDistrict town;
  @Autowired MockMvcTester http;

  private Actor administrator;

  @BeforeEach
  void somebody() {
    LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    administrator = town.appointed(Role.SYSTEM_ADMINISTRATOR, town.root());
    store.refresh();
    for (var row : all(TextKind.OWN)) {
      say(row.code(), null, null);
    }
  }

  @AfterEach
  void inNoLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aTermIsSaidOtherwiseWhereverItIsNamed() {
    assertThat(texts.text("figure.N5.name")).isEqualTo("社校联盟大党委");
    assertThat(texts.text("organisation.kind.COMMUNITY_COMMITTEE")).isEqualTo("社区大党委");

    say("term.communityCommittee", "区域化党委", "area committee");
    say("term.communityCommittees", null, "area committees");

    assertThat(texts.text("figure.N5.name")).isEqualTo("社校联盟区域化党委");
    assertThat(texts.text("organisation.kind.COMMUNITY_COMMITTEE")).isEqualTo("社区区域化党委");
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(texts.text("figure.N5.name")).isEqualTo("Area committees");
  }

  @Test
  void anyTextIsSaidOtherwiseWithTheSamePlacesFilled() {
    say("fact.wish-collected", "{actor} 收下了一个{term.wish}", null);

    assertThat(texts.text("fact.wish-collected", Map.of("actor", "梁巧宜"))).isEqualTo("梁巧宜 收下了一个微心愿");
    refused("wording.places", () -> say("fact.wish-collected", "收下了", null));
    refused("wording.places", () -> say("fact.wish-collected", "{actor} 和 {claimer}", null));
    refused("wording.signs", () -> say("fact.wish-collected", "{actor} 收下{了", null));
    refused("wording.signs", () -> say("fact.wish-collected", "{actor} 收下{term.nothing}", null));
    refused("wording.no-such-text", () -> say("fact.nothing", "没有", null));

    say("fact.wish-collected", null, null);
    assertThat(texts.text("fact.wish-collected", Map.of("actor", "梁巧宜"))).isEqualTo("梁巧宜 登记了这个心愿");
  }

  @Test
  void anOfficerIsNeverShownAsTheSecretary() {
    var role = "role.COMMUNITY_PARTY_DEPUTY_SECRETARY";
    refused("wording.deputy", () -> say(role, "社区党组织书记", null));
    refused("wording.deputy", () -> say(role, null, "community party secretary"));

    say(role, "社区党委副书记（民警）", null);
    assertThat(texts.text(role)).isEqualTo("社区党委副书记（民警）");
  }

  @Test
  void whatTheLawWantsSaidStays() {
    refused("wording.no-such-text", () -> say("web.shell.unclassified", "随便用", null));
    refused("wording.no-such-text", () -> say("access.privacy-notice.text", "不告知", null));
    assertThat(all(TextKind.WEB)).extracting(TextRow::code).doesNotContain("web.shell.demo");
  }

  @Test
  void thePagesGetTheirShareOnceAndAgainOnlyAfterAChange() {
    say("web.wish.title", "{term.wish}墙", null);
    say("term.wish", "小心愿", null);

    var first = http.get().uri("/api/wording").header("Accept-Language", "zh-CN").exchange();
    assertThat(first).hasStatusOk();
    assertThat(first).bodyJson().extractingPath("$.texts['wish.title']").isEqualTo("{term.wish}墙");
    assertThat(first).bodyJson().extractingPath("$.terms.wish").isEqualTo("小心愿");
    var tag = first.getResponse().getHeader("ETag");
    assertThat(
            http.get()
                .uri("/api/wording")
                .header("Accept-Language", "zh-CN")
                .header("If-None-Match", String.valueOf(tag)))
        .hasStatus(304);

    say("term.wish", null, null);
    assertThat(
            http.get()
                .uri("/api/wording")
                .header("Accept-Language", "zh-CN")
                .header("If-None-Match", String.valueOf(tag)))
        .hasStatusOk();
  }

  @Test
  void anotherNodeReadsWhatThisOneWrote() {
    say("term.grid", "微格", null);
    var here = words.words();
    words.take(Words.NONE);
    assertThat(texts.text("role.GRID_WORKER")).isEqualTo("网格员");

    store.refresh();

    assertThat(words.words()).isEqualTo(here);
    assertThat(texts.text("role.GRID_WORKER")).isEqualTo("微格员");
  }

  @Test
  void whoChangesAWordThatAnotherHasChangedReadsFirst() {
    var before = new Revision(words.words().version());
    say("term.grid", "微格", null);

    refused(
        "stale",
        () ->
            administrator.call(
                () ->
                    controller.say(
                        "term.grid",
                        "\"%d\"".formatted(before.version()),
                        new TextRequest("片区", null))));
    assertThat(timelines.of(new Subject("text", TextSubject.id("term.grid"))).getFirst().words())
        .isEqualTo("term.grid");
  }

  @Test
  void rBur05_theDistrictTellsItsNameFilingContactAndWhereToComplain() {
    var body =
        new DistrictSettingsController.DistrictSettingsRequest(
            "西乡塘", "桂网信备〔2026〕1号", "党群服务中心 0771-0000000", "0771-0000001");
    administrator.run(() -> settings.describe("\"%d\"".formatted(words.words().version()), body));

    var district = http.get().uri("/api/district").exchange();
    assertThat(district).bodyJson().extractingPath("$.name").isEqualTo("西乡塘");
    assertThat(district).bodyJson().extractingPath("$.filing").isEqualTo("桂网信备〔2026〕1号");
    assertThat(district).bodyJson().extractingPath("$.complaint").isEqualTo("0771-0000001");
    assertThat(district)
        .bodyJson()
        .extractingPath("$.privacyNotice.text")
        .asString()
        .contains("党群服务中心 0771-0000000");
  }

  @Test
  void textsAreFoundByWhatTheySay() {
    var page = administrator.call(() -> controller.texts(null, "心愿墙", null, 3));
    assertThat(page.items()).hasSize(3);
    var rest = administrator.call(() -> controller.texts(null, "心愿墙", page.next(), 200));
    assertThat(rest.items())
        .extracting(TextRow::code)
        .doesNotContainAnyElementsOf(page.items().stream().map(TextRow::code).toList());
    assertThat(all(TextKind.TERM)).extracting(TextRow::code).contains("term.wish", "term.grid");
  }

  private List<TextRow> all(TextKind kind) {
    return administrator.call(() -> controller.texts(kind, null, null, 200)).items();
  }

  private void say(String code, String zh, String en) {
    var version = "\"%d\"".formatted(words.words().version());
    administrator.run(() -> controller.say(code, version, new TextRequest(zh, en)));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessage(code);
  }
}
