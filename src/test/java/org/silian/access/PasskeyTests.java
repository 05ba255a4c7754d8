package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silian.access.Newcomer.read;
import static org.silian.access.SessionTests.assertRefused;

import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestClock;
import org.silian.tenancy.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys, with an authenticator in software. */
@ModuleTest
class PasskeyTests {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @Autowired Newcomer.Maker make;
  @Autowired MockMvcTester mvc;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final NoneAttestationAuthenticator authenticator = new NoneAttestationAuthenticator();
  private Newcomer worker;
  private String host;
  private ClientPlatform browser;

  @BeforeEach
  void aWorkerWithADevice() {
    clock.set(TestClock.START);
    worker = make.worker();
    worker.signIn();
    host = District.current().host();
    browser = at("http://" + host);
  }

  @Test
  void aPasskeyIsBothFactorsAtOnce() {
    make.enrol(worker);
    assertThat(register("办公电脑")).hasStatusOk();
    var elsewhere = new Visitor(mvc);

    var session = signIn(elsewhere, browser, host);

    assertThat(session).hasStatusOk();
    assertThat(session).bodyJson().doesNotHavePath("$.owed");
    assertThat(session).bodyJson().extractingPath("$.role").isEqualTo("COMMUNITY_WORKER");
    assertThat(elsewhere.get("/api/organisations")).hasStatusOk();
  }

  @Test
  void severalHaveNamesAndAreTakenAway() {
    register("办公电脑");
    var list = worker.browser().get("/api/me/security");
    String id = read(list, "$.passkeys[0].id");
    assertThat(list).bodyJson().extractingPath("$.passkeys[0].name").isEqualTo("办公电脑");

    worker.browser().put("/api/me/security/passkeys/" + id, Map.of("name", "家里"));
    assertThat(worker.browser().get("/api/me/security"))
        .bodyJson()
        .extractingPath("$.passkeys[0].name")
        .isEqualTo("家里");
    assertThat(worker.browser().delete("/api/me/security/passkeys/" + id)).hasStatus(204);

    assertRefused(signIn(new Visitor(mvc), browser, host), 401, "access.passkey");
    var stranger = make.worker();
    stranger.signIn();
    assertRefused(
        stranger.browser().delete("/api/me/security/passkeys/" + id),
        404,
        "access.factor-not-found");
  }

  @Test
  void onePasskeyIsNoSecondFactorToAskForUnlessThePostDemandsOne() {
    register("办公电脑");

    assertThat(worker.signIn()).bodyJson().doesNotHavePath("$.owed");
  }

  @Test
  void anAnswerGivenToAnotherPlaceOpensNothingHere() {
    register("办公电脑");

    assertRefused(
        signIn(new Visitor(mvc), at("http://elsewhere.test"), host), 401, "access.passkey");
  }

  @Test
  void anAnswerIsGoodOnce() {
    register("办公电脑");
    var visitor = new Visitor(mvc);
    var answer = answer(visitor, browser, host);
    assertThat(visitor.post("/api/session/passkey", Map.of("passkey", answer))).hasStatusOk();

    assertRefused(
        visitor.post("/api/session/passkey", Map.of("passkey", answer)), 401, "access.passkey");
  }

  @Test
  void anAnswerIsGoodForFiveMinutes() {
    register("办公电脑");
    var visitor = new Visitor(mvc);
    var answer = answer(visitor, browser, host);

    clock.advance(Duration.ofMinutes(5));

    assertRefused(
        visitor.post("/api/session/passkey", Map.of("passkey", answer)), 401, "access.passkey");
  }

  @Test
  void aCounterThatWentBackIsRefusedAndRecorded() {
    register("办公电脑");
    jdbc.sql("update access_passkey set sign_count = 1000 where person_id = ?")
        .param(worker.person())
        .update();

    assertRefused(signIn(new Visitor(mvc), browser, host), 401, "access.passkey");

    assertThat(
            jdbc.sql(
                    "select outcome from access_event where person_id = ? order by id desc limit 1")
                .param(worker.person())
                .query((row, n) -> row.getString(1))
                .single())
        .isEqualTo("COUNTER");
  }

  @Test
  void aPasskeyMakesFreshAgainForItsHolderAlone() {
    register("办公电脑");
    var stranger = make.worker();
    stranger.signIn();
    clock.advance(Duration.ofMinutes(6));

    var foreign = answer(stranger.browser(), browser, host);
    assertRefused(
        stranger.browser().post("/api/session/proof", Map.of("passkey", foreign)),
        400,
        "access.proof-wrong");
    var own = answer(worker.browser(), browser, host);
    assertThat(worker.browser().post("/api/session/proof", Map.of("passkey", own))).hasStatus(204);
  }

  @Test
  void nonsenseIsRefusedLikeAWrongAnswer() {
    assertRefused(
        new Visitor(mvc).post("/api/session/passkey", Map.of("passkey", "{}")),
        401,
        "access.passkey");
    assertRefused(
        worker
            .browser()
            .post("/api/me/security/passkeys", Map.of("name", "x", "passkey", "not json")),
        401,
        "access.passkey");
  }

  private ClientPlatform at(String origin) {
    return new ClientPlatform(new Origin(origin), new WebAuthnAuthenticatorAdaptor(authenticator));
  }

  private MvcTestResult register(String name) {
    var options = worker.browser().post("/api/me/security/passkey-options", null);
    var made =
        browser.create(
            new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(read(options, "$.host"), "四联"),
                new PublicKeyCredentialUserEntity(
                    bytes(read(options, "$.user")), read(options, "$.userName"), "x"),
                new DefaultChallenge(bytes(read(options, "$.challenge"))),
                List.of(
                    new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256)),
                null,
                List.of(),
                new AuthenticatorSelectionCriteria(
                    null,
                    true,
                    ResidentKeyRequirement.REQUIRED,
                    UserVerificationRequirement.REQUIRED),
                null,
                null));
    var response = made.getResponse();
    return worker
        .browser()
        .post(
            "/api/me/security/passkeys",
            Map.of(
                "name",
                name,
                "passkey",
                json(
                    made.getId(),
                    Map.of(
                        "clientDataJSON", BASE64.encodeToString(response.getClientDataJSON()),
                        "attestationObject",
                            BASE64.encodeToString(response.getAttestationObject())))));
  }

  private MvcTestResult signIn(Visitor visitor, ClientPlatform from, String at) {
    return visitor.post("/api/session/passkey", Map.of("passkey", answer(visitor, from, at)));
  }

  private String answer(Visitor visitor, ClientPlatform from, String at) {
    var challenge = visitor.post("/api/session/passkey-challenge", null);
    var known =
        jdbc.sql("select credential_id from access_passkey where person_id = ?")
            .param(worker.person())
            .query(
                (row, n) ->
                    new PublicKeyCredentialDescriptor(
                        PublicKeyCredentialType.PUBLIC_KEY, row.getBytes(1), null))
            .list();
    var made =
        from.get(
            new PublicKeyCredentialRequestOptions(
                new DefaultChallenge(bytes(read(challenge, "$.challenge"))),
                null,
                at,
                known.isEmpty() ? null : known,
                UserVerificationRequirement.REQUIRED,
                null));
    var response = made.getResponse();
    var fields = new LinkedHashMap<String, String>();
    fields.put("clientDataJSON", BASE64.encodeToString(response.getClientDataJSON()));
    fields.put("authenticatorData", BASE64.encodeToString(response.getAuthenticatorData()));
    fields.put("signature", BASE64.encodeToString(response.getSignature()));
    if (response.getUserHandle() != null) {
      fields.put("userHandle", BASE64.encodeToString(response.getUserHandle()));
    }
    return json(made.getId(), fields);
  }

  private static String json(String id, Map<String, String> response) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "id", id,
                "rawId", id,
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
