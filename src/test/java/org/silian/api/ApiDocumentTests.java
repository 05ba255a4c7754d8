package org.silian.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.Committed;
import org.silian.ModuleTest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as clients read it. */
@ModuleTest
class ApiDocumentTests {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Autowired OpenApiWebMvcResource description;

  private ObjectNode document;

  @BeforeEach
  void describe() throws Exception {
    var path = "/v3/api-docs";
    document =
        (ObjectNode)
            JSON.readTree(
                description.openapiJson(
                    new MockHttpServletRequest("GET", path), path, Locale.ENGLISH));
    document.remove("servers");
    sort(document, "paths");
    sort((ObjectNode) document.get("components"), "schemas");
  }

  @Test
  void theCommittedDocumentIsUpToDate() throws Exception {
    Committed.isUpToDate(
        Path.of("openapi.json"),
        JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n",
        "silian.openapi");
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat(operations().map(o -> o.path("operationId").asString())).doesNotHaveDuplicates();
  }

  @Test
  void everyOperationAnswersJsonOrAProblem() {
    operations()
        .forEach(
            operation -> {
              var responses = operation.path("responses");
              assertThat(
                      responses
                          .at("/default/content/application~1problem+json/schema/$ref")
                          .asString())
                  .isEqualTo("#/components/schemas/Problem");
              assertThat(responses.findValues("*/*"))
                  .as("%s needs produces = application/json", operation.path("operationId"))
                  .isEmpty();
            });
  }

  @Test
  void everyComponentIsRequiredUnlessItIsNullable() {
    var problem = document.at("/components/schemas/Problem");
    assertThat(strings(problem.path("required")))
        .containsExactlyInAnyOrder("type", "title", "status", "errors");
    assertThat(strings(document.at("/components/schemas/FieldError/required")))
        .containsExactlyInAnyOrder("field", "code", "message");
  }

  @Test
  void nothingIsEverNull() {
    assertThat(document.at("/components/schemas").findValuesAsString("nullable")).isEmpty();
    assertThat(document.at("/components/schemas").findValues("type").stream())
        .noneMatch(type -> type.isArray() && strings(type).contains("null"));
  }

  private Stream<JsonNode> operations() {
    return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
  }

  private static ArrayList<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(node -> strings.add(node.asString()));
    return strings;
  }

  private static void sort(ObjectNode parent, String field) {
    var sorted = new TreeMap<String, JsonNode>();
    parent.get(field).forEachEntry(sorted::put);
    var node = parent.putObject(field);
    sorted.forEach(node::set);
  }
}
