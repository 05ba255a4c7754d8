package org.silian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.silian.journal.Fact;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.ApplicationModule;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** House rules that the compiler does not know. */
class ArchitectureTests {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.silian");

  @Test
  void everyModuleDeclaresWhatItMayUseAndIsNullMarked() throws Exception {
    var packages =
        MAIN.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("org.silian."))
            .distinct()
            .sorted()
            .toList();
    assertThat(packages).isNotEmpty();
    for (var name : packages) {
      assertThat(name).as("A module is one flat package").matches("org\\.silian\\.[a-z]+");
      var charter = Class.forName(name + ".package-info");
      assertThat(charter.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
      var module = charter.getAnnotation(ApplicationModule.class);
      assertThat(module).as(name).isNotNull();
      assertThat(module.allowedDependencies())
          .as("%s names what it may use; nothing, if nothing", name)
          .doesNotContain(ApplicationModule.OPEN_TOKEN);
    }
  }

  @Test
  void repositoriesAndControllersAreNotPublic() {
    classes()
        .that()
        .areAssignableTo(Repository.class)
        .or()
        .areAnnotatedWith(RestController.class)
        .should()
        .notBePublic()
        .check(MAIN);
  }

  @Test
  void timeComesFromTheClockThatIsGiven() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Silian.class.getName())
        .and()
        .resideOutsideOfPackage("org.silian.demo")
        .should()
        .callMethodWhere(readsTheWall())
        .because("tests and the demo have clocks of their own")
        .check(MAIN);
  }

  private static DescribedPredicate<JavaCall<?>> readsTheWall() {
    var nows = Set.of("now", "today");
    return DescribedPredicate.describe(
        "the time is read without a clock",
        call -> {
          var owner = call.getTargetOwner();
          var name = call.getName();
          if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || name.startsWith("tick");
          }
          var clocked =
              call.getTarget().getRawParameterTypes().stream()
                  .anyMatch(type -> type.isEquivalentTo(Clock.class));
          return owner.getPackageName().equals("java.time") && nows.contains(name) && !clocked
              || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        });
  }

  @Test
  void everyEndpointNamesExactlyOneDoor() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(RestController.class)
        .and(
            DescribedPredicate.describe(
                "are endpoints",
                (JavaMethod method) ->
                    AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class)))
        .should(
            new ArchCondition<>("have exactly one of @Requires, @SignedIn and @Open") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                var doors =
                    List.<Class<? extends Annotation>>of(Requires.class, SignedIn.class, Open.class)
                        .stream()
                        .filter(method::isAnnotatedWith)
                        .count();
                events.add(
                    new SimpleConditionEvent(
                        method, doors == 1, method.getFullName() + " has " + doors));
              }
            })
        .check(MAIN);
  }

  @Test
  void endpointsSayThatTheyProduceJson() {
    for (var controller : MAIN) {
      if (controller.isAnnotatedWith(RestController.class)) {
        var type = controller.reflect();
        var mapping = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        assertThat(mapping).as(type.getName()).isNotNull();
        assertThat(mapping.produces()).as(type.getName()).containsExactly("application/json");
        assertThat(mapping.path()).as(type.getName()).allMatch(path -> path.startsWith("/api"));
      }
    }
  }

  @Test
  void factsAreRecordsOfIdsCodesAndAmounts() {
    var facts =
        MAIN.stream()
            .filter(type -> type.isAssignableTo(Fact.class) && !type.isInterface())
            .map(JavaClass::reflect)
            .toList();
    assertThat(facts).isNotEmpty().allMatch(Class::isRecord);
    for (var fact : facts) {
      for (var component : fact.getRecordComponents()) {
        assertThat(isIdCodeOrAmount(component))
            .as("%s.%s would be kept for ever", fact.getSimpleName(), component.getName())
            .isTrue();
      }
    }
  }

  private static boolean isIdCodeOrAmount(RecordComponent component) {
    var type = component.getType();
    return Set.of(UUID.class, Instant.class, LocalDate.class).contains(type)
        || Set.of(long.class, int.class, boolean.class).contains(type)
        || Set.of(Long.class, Integer.class, Boolean.class).contains(type)
        || type.isEnum()
        || (component.getName().equals("words") && type == String.class)
        || (component.getName().equals("subject")
            && type.getName().equals("org.silian.journal.Subject"));
  }

  @Test
  void noAggregateHasSetters() {
    for (var type : MAIN) {
      if (type.isAssignableTo("org.springframework.data.domain.AbstractAggregateRoot")) {
        assertThat(type.getMethods())
            .as(type.getName())
            .noneMatch(method -> method.getName().matches("set[A-Z].*"))
            .noneMatch(
                method ->
                    method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getName().startsWith("set"));
      }
    }
  }

  @Test
  void aggregatesAreNoArgumentsAcrossModules() {
    for (var type : MAIN) {
      if (Arrays.stream(type.reflect().getGenericInterfaces())
          .anyMatch(i -> i instanceof ParameterizedType p && repository(p))) {
        var aggregate =
            (Class<?>)
                ((ParameterizedType) type.reflect().getGenericInterfaces()[0])
                    .getActualTypeArguments()[0];
        assertThat(java.lang.reflect.Modifier.isPublic(aggregate.getModifiers()))
            .as("%s stays in its module", aggregate.getName())
            .isFalse();
      }
    }
  }

  private static boolean repository(ParameterizedType type) {
    return type.getRawType() instanceof Class<?> raw && Repository.class.isAssignableFrom(raw);
  }

  @Test
  void noClassIsLongerThanThreeHundredLines() throws IOException {
    var longer = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (Files.readAllLines(file).size() > 300) {
          longer.add(file.getFileName().toString());
        }
      }
    }
    assertThat(longer).isEmpty();
  }
}
