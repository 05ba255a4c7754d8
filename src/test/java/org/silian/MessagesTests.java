package org.silian;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silian.journal.Fact;
import org.silian.journal.FigureDefinition;
import org.silian.journal.FigureSet;
import org.silian.language.TextCatalogue;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Permission;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the program says to people has its words, in every language. */
@ModuleTest
class MessagesTests {

  private static final Path TEXTS = Path.of("src/main/resources/messages");
  private static final Path CODE = Path.of("src/main/java/org/silian");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern TERM = Pattern.compile("\\{[tT]erm\\.(\\w+)}");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:Refusal\\s*\\.\\s*)?\\b(?:invalid|signedOut|forbidden|notFound|conflict|ruleBroken|tooLarge|gone|tooMany|away)"
              + "\\(\\s*\"([a-z][a-z0-9.-]*)\"(\\s*\\+)?");
  private static final Pattern NOTICE =
      Pattern.compile("\\btell\\w*\\([^;]*?\"([a-z]+(?:\\.[a-z-]+)+)\"");
  private static final Pattern MEASURE = Pattern.compile("new Measure\\(\\s*\"([^\"]+)\"");
  private static final Pattern TEXT =
      Pattern.compile("texts\\.text\\(\\s*\"([a-z.-]+)\"(\\s*\\+)?");
  private static final Pattern OPENING =
      Pattern.compile("new Opening\\(\\s*\"([a-z]+\\.[a-z-]*)\"");
  private static final Pattern NEXT = Pattern.compile("\\b(?:next|open)\\([^;]*?\"([a-z-]+)\"");

  private static final Map<String, String> CHINESE = texts(name -> !name.contains("_"));
  private static final Map<String, String> ENGLISH = texts(name -> name.endsWith("_en.properties"));

  @Autowired List<FigureSet> figures;
  @Autowired Permissions permissions;
  @Autowired TextCatalogue catalogue;

  @Test
  void everyFileSaysTheSameInBothLanguages() throws IOException {
    try (var files = Files.list(TEXTS)) {
      for (var file : files.filter(f -> !f.getFileName().toString().contains("_")).toList()) {
        var english =
            file.resolveSibling(
                file.getFileName().toString().replace(".properties", "_en.properties"));
        assertThat(english).exists();
        assertThat(read(english).keySet())
            .as("%s", english)
            .containsExactlyInAnyOrderElementsOf(read(file).keySet());
      }
    }
  }

  @Test
  void noKeyStandsInTwoFiles() throws IOException {
    var seen = new HashSet<String>();
    try (var files = Files.list(TEXTS)) {
      for (var file : files.filter(f -> !f.getFileName().toString().contains("_")).toList()) {
        for (var key : read(file).keySet()) {
          assertThat(seen.add(key)).as("%s in %s", key, file).isTrue();
        }
      }
    }
  }

  @Test
  void theSamePlacesAreFilledInBothLanguages() {
    assertThat(
            CHINESE.keySet().stream()
                .filter(key -> !places(ENGLISH.get(key)).equals(places(CHINESE.get(key)))))
        .isEmpty();
  }

  @Test
  void everyFactHasASentenceWithOnlyWhatItKnows() {
    assertThat(missing(facts().stream().map(MessagesTests::sentence))).isEmpty();
    for (var fact : facts()) {
      var known = new TreeSet<>(Set.of("actor", "organisation"));
      Arrays.stream(fact.getRecordComponents()).map(RecordComponent::getName).forEach(known::add);
      assertThat(known).as(sentence(fact)).containsAll(places(CHINESE.get(sentence(fact))));
      assertThat(known).as(sentence(fact)).containsAll(places(ENGLISH.get(sentence(fact))));
    }
  }

  @Test
  void everyConstantThatASentenceShowsHasAText() {
    var keys = new TreeSet<String>();
    for (var fact : facts()) {
      var shown = places(CHINESE.get(sentence(fact)));
      for (var component : fact.getRecordComponents()) {
        if (component.getType().isEnum() && shown.contains(component.getName())) {
          for (var constant : component.getType().getEnumConstants()) {
            if (component.getName().equals("standing") && !((Role) constant).isStanding()) {
              continue;
            }
            keys.add(
                "%s.%s.%s"
                    .formatted(
                        sentence(fact),
                        component.getName(),
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)));
          }
        }
      }
    }
    assertThat(missing(keys.stream())).isEmpty();
  }

  @Test
  void everyRefusalHasASentence() {
    var codes = new TreeSet<String>();
    sources()
        .forEach(
            (file, source) ->
                REFUSAL
                    .matcher(source)
                    .results()
                    .filter(match -> file.contains("Refusal") || source.contains("Refusal"))
                    .forEach(
                        match -> codes.add(match.group(1) + (match.group(2) == null ? "" : "*"))));
    assertThat(codes).contains("wish.already-claimed", "wish.text.*", "figure.counts-only");
    assertThat(missing(codes.stream().map(code -> "problem." + code))).isEmpty();
  }

  @Test
  void everyConstraintThatPeopleHitHasASentence() throws IOException {
    var codes = new TreeSet<String>();
    var named = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");
    try (var files = Files.walk(Path.of("src/main/resources/db"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
        named
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> codes.add("problem." + match.group(1)));
      }
    }
    assertThat(missing(codes.stream())).isEmpty();
  }

  @Test
  void everyFigureSaysWhatItIs() {
    var keys = new TreeSet<String>();
    for (var set : figures) {
      if (!set.name().equals("trial")) {
        for (var figure : set.definitions()) {
          keys.add("figure.unit." + figure.unit());
          for (var part : List.of("name", "definition", "formula")) {
            keys.add("figure.%s.%s".formatted(figure.id(), part));
          }
        }
      }
    }
    assertThat(missing(keys.stream())).isEmpty();
  }

  @Test
  void everyLineOfTheArticleHasANameAndAUnit() throws IOException {
    try (var lines = Files.lines(Path.of("src/main/resources/figure/article.csv"))) {
      assertThat(
              missing(
                  lines
                      .skip(1)
                      .map(line -> line.split(",", -1))
                      .flatMap(
                          cells ->
                              Stream.of(
                                  "figure.%s.name".formatted(cells[0]),
                                  "figure.unit." + cells[3]))))
          .isEmpty();
    }
  }

  @Test
  void everyMeasureIsOfAFigureThatAModuleDeclares() {
    var declared =
        figures.stream()
            .flatMap(set -> set.definitions().stream())
            .map(FigureDefinition::id)
            .collect(Collectors.toSet());
    var measured = new TreeSet<String>();
    sources()
        .forEach(
            (file, source) ->
                MEASURE.matcher(source).results().forEach(match -> measured.add(match.group(1))));
    assertThat(measured).contains("N3");
    assertThat(declared).containsAll(measured);
  }

  @Test
  void everyTextThatIsAskedForByNameIsThere() {
    var keys = new TreeSet<String>();
    sources()
        .forEach(
            (file, source) ->
                TEXT.matcher(source)
                    .results()
                    .forEach(
                        match -> keys.add(match.group(1) + (match.group(2) == null ? "" : "*"))));
    assertThat(keys).contains("journal.erased");
    assertThat(missing(keys.stream())).isEmpty();
  }

  @Test
  void everyRoleHasAName() {
    assertThat(missing(Arrays.stream(Role.values()).map(role -> "role." + role.name()))).isEmpty();
  }

  @Test
  void everyPermissionIsSaidInPlainWords() {
    var ids =
        permissions.all().stream()
            .map(Permission::id)
            .filter(id -> !id.startsWith("trial"))
            .toList();
    assertThat(missing(ids.stream().map(id -> "permission." + id))).isEmpty();
    assertThat(
            missing(ids.stream().map(id -> "permission.group." + id.substring(0, id.indexOf('.')))))
        .isEmpty();
  }

  @Test
  void everyTermThatATextNamesIsThere() {
    for (var text : Stream.concat(CHINESE.values().stream(), ENGLISH.values().stream()).toList()) {
      TERM.matcher(text)
          .results()
          .forEach(
              term ->
                  assertThat(catalogue.text("term." + term.group(1), Locale.ENGLISH))
                      .as(text)
                      .isNotNull());
    }
  }

  @Test
  void everyKindOfOrganisationHasAName() {
    assertThat(
            missing(
                Arrays.stream(OrganisationKind.values())
                    .map(kind -> "organisation.kind." + kind.name())))
        .isEmpty();
  }

  @Test
  void everyTaskAndEveryNoticeHasASentence() {
    var tasks = new TreeSet<String>();
    var notices = new TreeSet<String>();
    sources()
        .forEach(
            (file, source) -> {
              NOTICE.matcher(source).results().forEach(match -> notices.add(match.group(1)));
              OPENING
                  .matcher(source)
                  .results()
                  .map(match -> match.group(1))
                  .forEach(
                      kind -> {
                        if (kind.endsWith(".")) {
                          NEXT.matcher(source)
                              .results()
                              .forEach(match -> tasks.add(kind + match.group(1)));
                        } else {
                          tasks.add(kind);
                        }
                      });
            });
    assertThat(tasks).contains("wish.verify", "wish.confirm-by-phone");
    assertThat(missing(tasks.stream().map(kind -> "task." + kind))).isEmpty();
    assertThat(notices).contains("wish.claim-approved", "task.urged");
    assertThat(missing(notices.stream().map(code -> "notice." + code))).isEmpty();
  }

  /** Those of the keys that have no text in some language; {@code x*} is any that begins with x. */
  private static Set<String> missing(Stream<String> keys) {
    return keys.filter(key -> !(has(CHINESE, key) && has(ENGLISH, key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean has(Map<String, String> texts, String key) {
    return key.endsWith("*")
        ? texts.keySet().stream().anyMatch(k -> k.startsWith(key.substring(0, key.length() - 1)))
        : texts.containsKey(key);
  }

  private static List<Class<?>> facts() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.silian")
            .stream()
            .filter(type -> type.isAssignableTo(Fact.class) && !type.isInterface())
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static Map<String, String> sources() {
    try (var files = Files.walk(CODE)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .collect(Collectors.toMap(Path::toString, MessagesTests::text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Predicate<String> named) {
    var all = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(TEXTS)) {
      for (var file : files.filter(f -> named.test(f.getFileName().toString())).toList()) {
        all.putAll(read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Map<String, String> read(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var texts = new TreeMap<String, String>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text == null ? "" : text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The key of a fact's sentence. */
  private static String sentence(Class<?> fact) {
    return "fact."
        + fact.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
