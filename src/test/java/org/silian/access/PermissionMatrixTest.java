package org.silian.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestDistrict;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.permission.FreshSignIn;
import org.silian.permission.Open;
import org.silian.permission.Permission;
import org.silian.permission.Permissions;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.permission.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Crosses every endpoint with every role and with nobody: the gate refuses exactly whom the
 * annotation and the permissions say. {@code docs/permissions.md} is what it finds; after a change,
 * {@code ./mvnw test -Dtest=PermissionMatrixTest -Dsilian.docs=write} writes it.
 */
@ModuleTest
class PermissionMatrixTest {

  private static final Path DOCUMENT = Path.of("docs", "permissions.md");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired Permissions permissions;
  @Autowired MockMvcTester mvc;
  @Autowired TestDistrict district;
  @Autowired OrganisationDirectory directory;
  @Autowired OrganisationManagement organisations;
  @Autowired AccountManagement accounts;
  @Autowired Sessions sessions;

  /** An endpoint, with what lets people through. */
  private record Endpoint(HttpMethod method, String path, HandlerMethod handler) {

    String needs() {
      if (handler.hasMethodAnnotation(Open.class)) {
        return "open";
      }
      if (handler.hasMethodAnnotation(SignedIn.class)) {
        return "signed in";
      }
      var requires = handler.getMethodAnnotation(Requires.class);
      return requires == null ? "closed" : requires.value();
    }

    @Override
    public String toString() {
      return method + " " + path.replaceFirst("^/api", "");
    }
  }

  private final Map<Role, UUID> people = new EnumMap<>(Role.class);

  @BeforeEach
  void somebodyInEveryRole() {
    if (people.isEmpty()) {
      district.root();
      Arrays.stream(Role.values()).forEach(role -> people.put(role, person(role)));
    }
  }

  @Test
  void everyEndpointSaysWhomItLetsThrough() {
    assertThat(endpoints()).isNotEmpty();
    assertThat(endpoints())
        .allSatisfy(
            endpoint ->
                assertThat(
                        Stream.of(Open.class, SignedIn.class, Requires.class)
                            .filter(endpoint.handler()::hasMethodAnnotation))
                    .as("annotations of %s", endpoint)
                    .hasSize(1));
  }

  @Test
  void theGateLetsNobodyThroughWhereOneMustBeSignedIn() {
    for (var endpoint : endpoints()) {
      var answer = call(endpoint, null);

      assertThat(answer.getResponse().getStatus()).as("%s", endpoint).isLessThan(500);
      assertThat(problem(answer).equals("signed-out"))
          .as("%s by nobody: %s", endpoint, problem(answer))
          .isEqualTo(!endpoint.needs().equals("open"));
    }
  }

  @Test
  void theGateLetsThroughWhomThePermissionsName() {
    for (var endpoint : endpoints()) {
      for (var role : Role.values()) {
        var answer = call(endpoint, role);

        var name = "%s as %s: %s".formatted(endpoint, role, problem(answer));
        assertThat(answer.getResponse().getStatus()).as(name).isLessThan(500);
        assertThat(problem(answer)).as(name).isNotEqualTo("signed-out");
        assertThat(problem(answer).equals("forbidden"))
            .as(name)
            .isEqualTo(!isAllowed(endpoint, role));
      }
    }
  }

  @Test
  void theDocumentTellsIt() throws IOException {
    var document = document();
    if ("write".equals(System.getProperty("silian.docs")) || !Files.exists(DOCUMENT)) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/permissions.md; write it with -Dsilian.docs=write")
        .isEqualTo(document);
  }

  private boolean isAllowed(Endpoint endpoint, Role role) {
    return switch (endpoint.needs()) {
      case "open", "signed in" -> true;
      case "closed" -> false;
      default -> permissions.allows(role, endpoint.needs());
    };
  }

  private List<Endpoint> endpoints() {
    var endpoints = new ArrayList<Endpoint>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.silian.")) {
                for (var path : info.getPatternValues()) {
                  if (path.startsWith("/api/trial")) {
                    continue; // what tests bring for themselves
                  }
                  for (var method : info.getMethodsCondition().getMethods()) {
                    endpoints.add(new Endpoint(HttpMethod.valueOf(method.name()), path, handler));
                  }
                }
              }
            });
    endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(e -> e.method().name()));
    return endpoints;
  }

  private MvcTestResult call(Endpoint endpoint, Role role) {
    var path = endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    var request =
        mvc.method(endpoint.method())
            .uri(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "\"0\"")
            .header("X-XSRF-TOKEN", "token")
            .cookie(new Cookie("XSRF-TOKEN", "token"));
    if (!endpoint.method().equals(HttpMethod.GET)) {
      request.contentType(MediaType.APPLICATION_JSON).content("{}");
    }
    if (role != null) {
      request.cookie(new Cookie(SessionCookie.NAME, session(role).text()));
    }
    return request.exchange();
  }

  private Token session(Role role) {
    var session = sessions.start(Objects.requireNonNull(people.get(role)));
    if (!session.role().equals(role)) {
      session =
          sessions.choose(
              session,
              session.posts().stream()
                  .filter(post -> post.role() == role)
                  .findFirst()
                  .orElseThrow()
                  .id());
    }
    return session.token();
  }

  private UUID person(Role role) {
    var person = district.person();
    if (role.isStanding()) {
      var community = directory.communities().getFirst().id();
      Actor.SYSTEM.run(() -> accounts.open(person, null, role, community));
    } else {
      district.appointed(person, role, organisation(role));
      Actor.SYSTEM.run(() -> accounts.open(person, null, null, null));
    }
    return person;
  }

  private UUID organisation(Role role) {
    var kind =
        Arrays.stream(OrganisationKind.values())
            .filter(k -> k.roles().contains(role))
            .findFirst()
            .orElseThrow();
    return switch (kind) {
      case DISTRICT -> district.root();
      case COMMUNITY -> directory.communities().getFirst().id();
      case STREET ->
          Objects.requireNonNull(
              directory.communities().stream()
                  .map(community -> directory.get(Objects.requireNonNull(community.parent())))
                  .filter(above -> above.kind() == OrganisationKind.STREET)
                  .findFirst()
                  .orElseThrow()
                  .id());
      default ->
          Actor.SYSTEM.call(
              () ->
                  organisations.found(
                      new Founding(
                          kind,
                          "试验单位" + role,
                          district.root(),
                          null,
                          null,
                          LocalDate.of(2020, 1, 1))));
    };
  }

  private static String problem(MvcTestResult answer) {
    try {
      var body = answer.getResponse().getContentAsString();
      return body.contains("urn:problem:")
          ? JsonPath.<String>read(body, "$.type").replace("urn:problem:", "")
          : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String document() {
    var needed = endpoints().stream().collect(Collectors.groupingBy(Endpoint::needs));
    var text =
        new StringBuilder(
            """
            # Permissions

            Who may call what. Written by `PermissionMatrixTest`, which also tries every endpoint \
            in every role; after a change run `./mvnw test -Dtest=PermissionMatrixTest \
            -Dsilian.docs=write`.

            The role is the one of the post in use. A permission says what a post may do; which \
            records it may do it to follows from where the post is.

            † needs a proof of who one is that is no older than five minutes; so does an appointment \
            to a sensitive post, whatever the endpoint. ‡ is open to a session that still owes its \
            second factor, or one to set up, or another password.

            | Permission | Roles | Endpoints under `/api` |
            | --- | --- | --- |
            """);
    for (var permission : permissions.all()) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  permission.id(),
                  roles(permission),
                  list(needed.getOrDefault(permission.id(), List.of()))));
    }
    text.append("\nWhoever is signed in, for what is her own: ")
        .append(list(needed.getOrDefault("signed in", List.of())))
        .append(".\n\nEverybody: ")
        .append(list(needed.getOrDefault("open", List.of())))
        .append(".\n");
    return text.toString();
  }

  private static String roles(Permission permission) {
    return permission.roles().stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private static String marks(Endpoint endpoint) {
    return (endpoint.handler().hasMethodAnnotation(FreshSignIn.class) ? "†" : "")
        + (endpoint.handler().hasMethodAnnotation(HalfIn.class) ? "‡" : "");
  }

  private static String list(List<Endpoint> endpoints) {
    return endpoints.stream()
        .map(endpoint -> "`" + endpoint + "`" + marks(endpoint))
        .collect(Collectors.joining(", "));
  }
}
