package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Role;
import org.silian.privacy.AccessLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a person may do with all that is kept of her, as she does it. */
@ModuleTest
class MyDataTests {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Duration STALE = Duration.ofMinutes(6);

  @Autowired MockMvcTester mvc;
  @Autowired TestClock clock;
  @Autowired TestDistrict district;
  @Autowired Codes codes;
  @Autowired PersonManagement persons;
  @Autowired AccountManagement accounts;
  @Autowired AccessLog accessLog;
  @Autowired JdbcClient jdbc;

  private UUID community;
  private PhoneNumber phone;
  private Visitor visitor;

  @BeforeEach
  void aResident() {
    clock.set(TestClock.START);
    community = district.community("秀灵南社区");
    phone = new PhoneNumber("1361000%04d".formatted(NEXT.incrementAndGet()));
    visitor = new Visitor(mvc);
    assertThat(register()).hasStatus(201);
  }

  @Test
  void rPi11_sheSeesWhatIsKeptWithBasisPurposeAndTime() {
    var mine = visitor.get("/api/my-data");

    assertThat(mine).bodyText().contains("organisation_person.name", "覃小兰", phone.digits());
    assertThat(mine)
        .bodyJson()
        .extractingPath("$.kinds[?(@.kind.id=='organisation.person')].kind.basis")
        .asArray()
        .containsExactly("CONSENT");
    assertThat(mine).bodyText().contains("access_account.standing");
  }

  @Test
  void rPi04_whatIsKeptIsPublic() {
    var nobody = new Visitor(mvc);

    assertThat(nobody.get("/api/personal-data")).hasStatusOk();
    assertThat(nobody.get("/api/my-data")).hasStatus(401);
  }

  @Test
  void rPi11_sheCorrectsHerName() {
    assertThat(change("/api/my-data/name", Map.of("name", "覃小岚"))).hasStatusOk();

    assertThat(persons.name(person())).isEqualTo("覃小岚");
    assertThat(change("/api/my-data/name", Map.of("name", "覃"), "\"1\"")).hasStatus(400);
    assertThat(change("/api/my-data/name", Map.of("name", "覃小嵐"), "\"0\"")).hasStatus(412);
  }

  @Test
  void aNewPhoneNeedsACodeToItAndAFreshSignIn() {
    var other = new PhoneNumber("1362000%04d".formatted(NEXT.incrementAndGet()));
    var form = new HashMap<String, Object>();
    form.put("phone", other.digits());
    form.put("phoneCode", "000000");
    assertRefused(change("/api/my-data/phone", form), 400, "access.code");
    clock.advance(STALE);
    form.put("phoneCode", codes.issue(other, CodePurpose.REGISTER));

    assertRefused(change("/api/my-data/phone", form), 403, "fresh-sign-in");
    prove();
    assertThat(change("/api/my-data/phone", form)).hasStatusOk();

    assertThat(persons.byPhone(phone.digits())).isEmpty();
    assertThat(persons.byPhone(other.digits())).isPresent();
  }

  @Test
  void rPi11_aCopyIsForWhoeverProvesThatItIsShe() throws IOException {
    var person = person();
    var worker = district.appointed(Role.COMMUNITY_SECRETARY, community);
    worker.run(
        () ->
            accessLog.read(
                new org.silian.journal.Subject("person", person),
                java.util.List.of(person),
                "person.record"));

    clock.advance(STALE);
    assertRefused(visitor.post("/api/my-data/copy", null), 403, "fresh-sign-in");
    prove();
    var copy = visitor.post("/api/my-data/copy", null);
    assertThat(copy).hasStatusOk();
    var files = files(copy);
    assertThat(files).containsOnlyKeys("data.json", "data.html");
    assertThat(files.get("data.json")).contains(phone.digits(), "organisation.person", "reads");
    assertThat(files.get("data.html")).contains("覃小兰");
    assertThat(visitor.get("/api/my-data/reads")).bodyText().contains("秀灵南社区");
  }

  @Test
  void rPi05_consentIsTakenBackAsEasilyAndGivenAgain() {
    var consent =
        jdbc.sql("select id from access_consent where person_id = ?")
            .param(person())
            .query(UUID.class)
            .single();

    var address = "/api/my-data/consents/" + consent + "/withdrawal";
    assertThat(visitor.post(address, null)).hasStatus(204);
    assertThat(visitor.get("/api/session")).hasStatus(401);
    assertRefused(signIn(), 422, "access.consent-withdrawn");
    assertThat(register()).hasStatus(201);
    assertRefused(visitor.post(address, null), 404, "privacy.no-such-consent");
    assertThat(signIn()).hasStatusOk();
  }

  @Test
  void rPi11_erasedSheIsAShellAndTheJournalStaysWhole() {
    var person = person();
    change("/api/my-data/name", Map.of("name", "覃小岚"));
    var before = journal(person);

    clock.advance(STALE);
    assertRefused(erase(), 403, "fresh-sign-in");
    prove();
    assertThat(visitor.post("/api/my-data/erasure", Map.of("sure", false))).hasStatus(400);
    assertThat(erase()).hasStatus(204);

    assertThat(visitor.get("/api/session")).hasStatus(401);
    assertRefused(signIn(), 401, "access.credentials");
    assertThat(
            jdbc.sql(
                    "select name || (phone_cipher is null) || (phone_index is null)"
                        + " from organisation_person where id = ?")
                .param(person)
                .query(String.class)
                .single())
        .isEqualTo("已注销truetrue");
    for (var table :
        java.util.List.of("access_account", "access_session", "access_invitation", "notice")) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " where person_id = ?")
                  .param(person)
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(journal(person)).startsWith(before);
    assertThat(words(person)).isZero();
    assertThat(register()).as("the phone is free again").hasStatus(201);
    assertThat(person()).isNotEqualTo(person);
  }

  @Test
  void whoStillHoldsAPostIsToldWhatMustEndFirst() {
    district.appointed(person(), Role.GRID_WORKER, community);

    assertThat(visitor.get("/api/my-data/erasure"))
        .bodyJson()
        .extractingPath("$[?(@.blocks==true)].code")
        .asArray()
        .containsExactly("post");
    assertRefused(erase(), 422, "privacy.erasure-blocked");
  }

  @Test
  void rPi11_aRequestIsAnsweredInFifteenDaysByAColleagueWithReasons() {
    var form = Map.of("kind", "DISPUTE", "words", "我没有在三月住在这里");
    var asked = visitor.post("/api/my-data/requests", form);
    assertThat(asked).hasStatus(201);
    assertThat(asked).bodyJson().extractingPath("$.due").isEqualTo("2026-12-08");

    var contact = administrator();
    var id = id(asked, "$.id");
    assertThat(contact.get("/api/tasks")).bodyText().contains("privacy.answer", id);
    assertThat(contact.get("/api/data-requests")).bodyText().contains(id);
    assertThat(contact.get("/api/data-requests/" + id)).bodyText().contains("三月", "覃小兰");
    assertThat(answer(contact, id, Map.of("granted", false))).hasStatus(400);
    assertThat(answer(contact, id, Map.of("granted", false, "words", "记录与登记表一致"))).hasStatusOk();

    assertThat(visitor.get("/api/my-data/requests")).bodyText().contains("记录与登记表一致");
    assertThat(visitor.get("/api/notices")).bodyText().contains("data-request");
    assertThat(visitor.get("/api/my-data/reads")).bodyText().contains("\"persons\":1");
    assertThat(contact.get("/api/tasks")).bodyText().doesNotContain(id);
    assertRefused(visitor.get("/api/data-requests"), 403, "forbidden");
  }

  @Test
  void rPi11_heirsAreHeardAtTheDeskAndWhoHasDiedIsErased() {
    var dead = person();
    var contact = administrator();

    var id = entered(contact, dead, "HEIRS");
    assertThat(contact.get("/api/tasks")).bodyText().contains("privacy.answer", id);
    assertThat(contact.get("/api/data-requests/" + id)).bodyText().contains("覃小兰", "户口簿");
    assertThat(eraseOther(contact, id, false)).hasStatus(400);
    assertThat(eraseOther(contact, id, true)).hasStatus(204);

    assertThat(visitor.get("/api/session")).hasStatus(401);
    assertThat(persons.byPhone(phone.digits())).isEmpty();
    assertThat(words(dead)).isZero();
    assertThat(contact.get("/api/data-requests/" + id))
        .bodyText()
        .contains("\"granted\":true", "HEIRS")
        .doesNotContain("覃小兰", "户口簿");
    assertThat(contact.get("/api/tasks")).bodyText().doesNotContain(id);
  }

  @Test
  void whatIsAskedOnPaperErasesWithAFreshSignInAlone() {
    var contact = administrator();
    var id = entered(contact, person(), "ERASE");
    clock.advance(STALE);

    assertRefused(eraseOther(contact, id, true), 403, "fresh-sign-in");
  }

  @Test
  void heirsWhoAskThroughTheirOwnPhoneAreNotErasedThemselves() {
    var form = Map.of("kind", "HEIRS", "words", "我父亲去世了");
    var id = id(visitor.post("/api/my-data/requests", form), "$.id");
    var contact = administrator();

    assertRefused(eraseOther(contact, id, true), 422, "privacy.not-of-erasing");
    assertThat(visitor.get("/api/session")).hasStatusOk();
  }

  @Test
  void whoStillHoldsAPostIsNotErasedByOthersEither() {
    var contact = administrator();
    var id = entered(contact, person(), "ERASE");
    district.appointed(person(), Role.GRID_WORKER, community);

    assertRefused(eraseOther(contact, id, true), 422, "privacy.erasure-blocked");
    assertThat(contact.get("/api/data-requests/" + id)).bodyText().doesNotContain("granted");
  }

  @Test
  void theDeskWritesNothingDownForItselfOrForNobody() {
    var contact = administrator();
    var herself = id(contact.get("/api/session"), "$.person.id");

    assertRefused(enter(contact, UUID.fromString(herself), "ERASE"), 422, "privacy.own-request");
    assertRefused(enter(contact, UUID.randomUUID(), "ERASE"), 404, "privacy.no-such-person");
    assertRefused(enter(visitor, person(), "ERASE"), 403, "forbidden");
  }

  @Test
  void theDeskKnowsAPersonByNameAndPhoneTogether() {
    var contact = administrator();
    var paper = Map.of("kind", "HEIRS", "words", "女儿覃小梅，持户口簿和死亡证明");
    var right = new HashMap<String, Object>(paper);
    right.putAll(Map.of("name", "覃小兰", "phone", phone.digits()));
    var wrong = new HashMap<>(right);
    wrong.put("name", "覃小莲");

    assertRefused(contact.once("/api/data-requests", wrong), 404, "privacy.nobody-of-that-name");
    assertRefused(contact.once("/api/data-requests", paper), 400, "missing");
    var id = id(contact.once("/api/data-requests", right), "$.id");
    assertThat(contact.get("/api/data-requests/" + id)).bodyText().contains("覃小兰");
  }

  private static MvcTestResult enter(Visitor contact, UUID person, String kind) {
    return contact.once(
        "/api/data-requests", Map.of("person", person, "kind", kind, "words", "女儿覃小梅，持户口簿和死亡证明"));
  }

  private static String entered(Visitor contact, UUID person, String kind) {
    var entered = enter(contact, person, kind);
    assertThat(entered).hasStatus(201);
    return id(entered, "$.id");
  }

  private static MvcTestResult eraseOther(Visitor contact, String id, boolean sure) {
    return contact.send(
        HttpMethod.POST,
        "/api/data-requests/" + id + "/erasure",
        Map.of("words", "已核对户口簿", "sure", sure),
        Map.of("If-Match", "\"0\""));
  }

  @Test
  void whenRecordsAreMergedTheAccountGoesWithThemAndComesBack() {
    var merged = person();
    district.appointed(merged, Role.GRID_WORKER, community);
    var kept = Actor.SYSTEM.call(() -> persons.register("覃小兰", null));
    district.appointed(kept, Role.COMMUNITY_WORKER, community);
    var contact = administrator();
    var form = Map.of("kept", kept, "merged", merged, "nameOf", kept, "phoneOf", merged);

    var merge = contact.post("/api/people/merges", form);
    assertThat(merge).hasStatus(201);
    assertThat(visitor.get("/api/session")).as("signed out").hasStatus(401);
    assertThat(signIn()).hasStatusOk();
    assertThat(person()).isEqualTo(kept);
    assertThat(visitor.get("/api/my-data")).bodyText().contains("网格员", "社区工作者");

    var undo = "/api/people/merges/" + id(merge, "$.id") + "/undo";
    assertThat(contact.send(HttpMethod.POST, undo, null, Map.of("If-Match", "\"0\"")))
        .hasStatusOk();
    assertThat(signIn()).hasStatusOk();
    assertThat(person()).isEqualTo(merged);
    assertThat(visitor.get("/api/my-data")).bodyText().contains("网格员");
  }

  private Visitor administrator() {
    var other = new PhoneNumber("1363000%04d".formatted(NEXT.incrementAndGet()));
    var person = Actor.SYSTEM.call(() -> persons.register("潘知节", other.digits()));
    district.appointed(person, Role.SYSTEM_ADMINISTRATOR, district.root());
    Actor.SYSTEM.run(() -> accounts.open(person, null, null, null));
    var contact = new Visitor(mvc);
    contact.post(
        "/api/session",
        Map.of("phone", other.digits(), "code", codes.issue(other, CodePurpose.SIGN_IN)));
    return contact;
  }

  private static String id(MvcTestResult answer, String path) {
    try {
      return com.jayway.jsonpath.JsonPath.read(
          answer.getResponse().getContentAsString(StandardCharsets.UTF_8), path);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static MvcTestResult answer(Visitor contact, String id, Object body) {
    return contact.send(
        HttpMethod.POST, "/api/data-requests/" + id + "/answer", body, Map.of("If-Match", "\"0\""));
  }

  private MvcTestResult change(String path, Object body) {
    return change(path, body, visitor.get("/api/my-data/person").getResponse().getHeader("ETag"));
  }

  private MvcTestResult change(String path, Object body, String version) {
    return visitor.send(HttpMethod.PUT, path, body, Map.of("If-Match", version));
  }

  private MvcTestResult erase() {
    return visitor.post("/api/my-data/erasure", Map.of("sure", true));
  }

  private void prove() {
    var proof = Map.of("code", codes.issue(phone, CodePurpose.SIGN_IN));
    assertThat(visitor.post("/api/session/proof", proof)).hasStatus(204);
  }

  private MvcTestResult signIn() {
    return visitor.post(
        "/api/session",
        Map.of("phone", phone.digits(), "code", codes.issue(phone, CodePurpose.SIGN_IN)));
  }

  private MvcTestResult register() {
    return visitor.post(
        "/api/registrations",
        Map.of(
            "phone",
            phone.digits(),
            "code",
            codes.issue(phone, CodePurpose.REGISTER),
            "name",
            "覃小兰",
            "community",
            community.toString(),
            "standing",
            "RESIDENT",
            "noticeVersion",
            "2026-11-2"));
  }

  private UUID person() {
    return persons.byPhone(phone.digits()).orElseThrow();
  }

  /** Every stored column of the entries about a person, in their order. */
  private String journal(UUID person) {
    return jdbc.sql(
            """
            select string_agg(e::text, '|' order by recorded_at, id) from journal_entry e
            where person_id = :person or subject_id = :person""")
        .param("person", person)
        .query(String.class)
        .single();
  }

  private long words(UUID person) {
    return jdbc.sql(
            """
            select count(*) from journal_words w join journal_entry e on e.id = w.entry_id
            where e.person_id = :person or e.subject_id = :person""")
        .param("person", person)
        .query(Long.class)
        .single();
  }

  private static Map<String, String> files(MvcTestResult answer) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static void assertRefused(MvcTestResult answer, int status, String code) {
    assertThat(answer).hasStatus(status);
    assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:problem:" + code);
  }
}
