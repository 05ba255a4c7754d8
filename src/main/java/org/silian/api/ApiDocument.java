package org.silian.api;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.problem.Problem;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * How the API is described. The description is made in a test and committed as {@code
 * openapi.json}; a running Silian does not serve it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiDocument {

  private static final String PROBLEM = "application/problem+json";

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Silian")
                .version("1")
                .description(
                    "Optional properties may be absent; none is ever null. Every POST that creates"
                        + " demands Idempotency-Key, every change of a record If-Match. What is"
                        + " refused is answered as a problem (RFC 9457)."));
  }

  @Bean
  ModelConverter requiredUnlessNullable() {
    return new RequiredUnlessNullable();
  }

  /** An operation is called by its controller and method, belongs to its module, tells its door. */
  @Bean
  GlobalOperationCustomizer namedOperations() {
    return (operation, method) -> {
      var controller = method.getBeanType();
      var module = controller.getPackageName().replaceFirst("^.*\\.", "");
      operation.setOperationId(name(controller) + "." + method.getMethod().getName());
      operation.setTags(List.of(module));
      operation.addExtension("x-permission", door(method));
      return withoutContent(operation);
    };
  }

  private static String name(Class<?> controller) {
    var name = controller.getSimpleName().replaceFirst("Controller$", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String door(HandlerMethod method) {
    var requires = AnnotationUtils.findAnnotation(method.getMethod(), Requires.class);
    if (requires != null) {
      return requires.value();
    }
    return method.hasMethodAnnotation(Open.class) ? "open" : "signed-in";
  }

  /** An answer without a body is 204, not 200. */
  private static Operation withoutContent(Operation operation) {
    var responses = operation.getResponses();
    var ok = responses.get("200");
    if (ok != null && ok.getContent() == null) {
      responses.remove("200");
      responses.addApiResponse("204", ok.description("No Content"));
    }
    return operation;
  }

  /** Whatever else an operation answers is a problem. */
  @Bean
  GlobalOpenApiCustomizer documentedProblems() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAllAsResolvedSchema(Problem.class)
          .referencedSchemas
          .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      var problem =
          new ApiResponse()
              .description("A problem")
              .content(
                  new Content()
                      .addMediaType(
                          PROBLEM,
                          new MediaType()
                              .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(operation -> add(operation.getResponses(), problem));
    };
  }

  private static void add(ApiResponses responses, ApiResponse problem) {
    responses.addApiResponse(ApiResponses.DEFAULT, problem);
  }
}
