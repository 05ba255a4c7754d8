package org.silian.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silian.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and clients read when something is refused. */
@ModuleTest
class ProblemTests {

  private static final String GOOD =
      """
      {"name": "tea", "size": "SMALL", "inner": {"what": "x", "howMany": 1}, "more": []}""";

  @Autowired MockMvc mvc;

  @Test
  void whatIsAbsentIsLeftOutAndComesBackAbsent() throws Exception {
    var answer = send(body(GOOD), 200);
    assertThat(answer.propertyNames()).containsExactly("name", "size", "inner", "more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | name | missing",
        "{\"name\": null, \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | name | missing",
        "{\"name\": \"tea\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | size | missing",
        "{\"name\": \"tea\", \"size\": \"null\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | size | malformed",
        "{\"name\": \"tea\", \"size\": \"HUGE\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | size | malformed",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\"}, \"more\": []} | inner.howMany | missing",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": null, \"howMany\": 1}, \"more\": []} | inner.what | missing",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": null}, \"more\": []} | inner.howMany | missing",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": \"many\"}, \"more\": []} | inner.howMany | malformed",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": [{\"what\": \"x\"}]} | more[0].howMany | missing",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": [], \"colour\": 1} | colour | malformed",
        "{\"name\": \" \", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | name | not-blank",
        "{\"name\": \"toolong\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": []} | name | size",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"\", \"howMany\": 1}, \"more\": []} | inner.what | not-blank",
        "{\"name\": \"tea\", \"size\": \"SMALL\", \"inner\": {\"what\": \"x\", \"howMany\": 1}, \"more\": [{\"what\": \"\", \"howMany\": 1}]} | more[0].what | not-blank"
      })
  void aFieldAtFaultIsNamed(String json, String field, String code) throws Exception {
    var problem = send(body(json), 400);
    assertThat(problem.path("type").asString()).isEqualTo("urn:problem:invalid");
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
    assertThat(problem.at("/errors/0/message").asString()).isNotBlank().isNotEqualTo(code);
  }

  @Test
  void whatIsNoJsonIsUnreadable() throws Exception {
    assertThat(type(send(body("{\"name\":"), 400))).isEqualTo("unreadable");
    assertThat(type(send(body(""), 400))).isEqualTo("unreadable");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid, 400, wish.over-cap",
    "not-found, 404, not-found",
    "conflict, 409, wish.already-claimed",
    "rule, 422, wish.own",
    "stale, 412, stale",
    "version, 412, stale",
    "too-many, 429, too-many",
    "forbidden, 403, figure.counts-only",
    "unwritten, 409, nobody.wrote-this"
  })
  void aRefusalIsAProblemWithItsCode(String kind, int status, String code) throws Exception {
    var problem = send(get("/api/trial/refusal/" + kind), status);
    assertThat(type(problem)).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank().doesNotContain("{");
  }

  @Test
  void sentencesComeInTheLanguageAskedFor() throws Exception {
    var request = "/api/trial/refusal/conflict";
    assertThat(send(get(request), 409).path("title").asString()).isEqualTo("有人比您早了一步，这个心愿已被认领");
    assertThat(send(get(request).header("Accept-Language", "fr"), 409).path("title").asString())
        .contains("有人比您早了一步");
    var english = send(get(request).header("Accept-Language", "en-GB,en;q=0.9"), 409);
    assertThat(english.path("title").asString()).matches("[\\x20-\\x7E’]+");
    assertThat(english.path("detail").asString()).matches("[\\x20-\\x7E’]+");
    assertThat(send(get("/api/trial/refusal/invalid"), 400).at("/errors/0/message").asString())
        .contains("500");
  }

  @Test
  void nothingInnerIsShownButANumber() throws Exception {
    var problem = send(get("/api/trial/refusal/anything"), 500);
    assertThat(type(problem)).isEqualTo("internal");
    assertThat(problem.toString()).doesNotContain("secret");
    assertThat(problem.path("detail").asString()).matches("[0-9a-f]{8}");
  }

  @Test
  void aConstraintsNameIsTheCodeWithoutTheSuffixOfCitus() throws Exception {
    assertThat(type(send(get("/api/trial/constraint?name=organisation.place-taken"), 409)))
        .isEqualTo("organisation.place-taken");
    var suffixed = send(get("/api/trial/constraint?name=organisation.place-taken_102008"), 409);
    assertThat(type(suffixed)).isEqualTo("organisation.place-taken");
    assertThat(suffixed.path("title").asString()).isNotEqualTo("与现有内容冲突");
  }

  @Test
  void whatSpringItselfRefusesIsAProblemToo() throws Exception {
    assertThat(type(send(get("/api/nowhere"), 404))).isEqualTo("not-found");
    assertThat(type(send(delete("/api/trial/list").with(csrf()), 405)))
        .isEqualTo("method-not-allowed");
    assertThat(
            type(
                send(
                    post("/api/trial")
                        .with(csrf())
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("tea"),
                    415)))
        .isEqualTo("unsupported-media-type");
    assertThat(type(send(get("/api/trial/one/not-an-id"), 400))).isNotBlank();
  }

  @Test
  void anAnswerInAnotherFormIsRefusedAsAProblem() throws Exception {
    assertThat(send(get("/api/trial/list").accept(MediaType.TEXT_PLAIN), 406).path("type"))
        .isNotNull();
  }

  @Test
  void aParameterAtFaultIsNamed() throws Exception {
    var problem = send(get("/api/trial/list?size=101"), 400);
    assertThat(type(problem)).isEqualTo("invalid");
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo("size");
    assertThat(problem.at("/errors/0/code").asString()).isEqualTo("max");
    var malformed = send(get("/api/trial/list?size=many"), 400);
    assertThat(type(malformed)).isEqualTo("invalid");
    assertThat(malformed.at("/errors/0/field").asString()).isEqualTo("size");
    assertThat(malformed.at("/errors/0/code").asString()).isEqualTo("malformed");
    var missing = send(get("/api/trial/constraint"), 400);
    assertThat(missing.at("/errors/0/field").asString()).isEqualTo("name");
    assertThat(missing.at("/errors/0/code").asString()).isEqualTo("missing");
  }

  @Test
  void aChangeWithoutAVersionIs428AndACreationWithoutAKey400() throws Exception {
    assertThat(type(send(post("/api/trial/change").with(csrf()), 428)))
        .isEqualTo("if-match-missing");
    var problem = send(post("/api/trial/creation").with(csrf()), 400);
    assertThat(problem.at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void theDoorsAnswerWithProblems() throws Exception {
    assertThat(type(send(get("/api/trial/signed-in"), 401))).isEqualTo("signed-out");
    assertThat(type(send(get("/api/trial/required"), 401))).isEqualTo("signed-out");
    assertThat(type(send(post("/api/trial/creation"), 403))).isEqualTo("csrf");
  }

  private static String type(JsonNode problem) {
    return problem.path("type").asString().replaceFirst("^urn:problem:", "");
  }

  private static MockHttpServletRequestBuilder body(String json) {
    return post("/api/trial").with(csrf()).contentType(MediaType.APPLICATION_JSON).content(json);
  }

  private JsonNode send(MockHttpServletRequestBuilder request, int status) throws Exception {
    var response = mvc.perform(request).andReturn().getResponse();
    var text = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(text).isEqualTo(status);
    var json = JsonMapper.shared().readTree(text);
    if (status >= 400) {
      assertThat(response.getContentType()).startsWith("application/problem+json");
      assertThat(new ArrayList<>(json.propertyNames()))
          .containsAll(List.of("type", "title", "status", "errors"));
    }
    return json;
  }
}
