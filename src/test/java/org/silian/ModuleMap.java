package org.silian;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silian.journal.Fact;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Writes what each module is for, what it may use, what it offers and which facts it tells. */
record ModuleMap(ApplicationModules modules) {

  private static final Path SOURCES = Path.of("src/main/java/org/silian");
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@(?:link|code)\\s+([^}]*)}");

  String text() {
    var sorted =
        modules.stream()
            .filter(module -> !module.isRootModule())
            .sorted(Comparator.comparing(ModuleMap::name))
            .toList();
    return """
        # Modules

        Written by `ModularityTests`; change the charters in `package-info.java`, then run
        `./mvnw test -Dtest=ModularityTests -Dsilian.modules=write`.

        An arrow points from a module to one it uses. Calls go down, facts go up.

        ```mermaid
        flowchart TD
        %s
        ```

        %s"""
        .formatted(
            sorted.stream()
                .flatMap(
                    module -> used(module).stream().map(to -> "  " + name(module) + " --> " + to))
                .collect(Collectors.joining("\n")),
            sorted.stream().map(this::section).collect(Collectors.joining("\n")));
  }

  private String section(ApplicationModule module) {
    return """
        ## %s

        %s

        * May use: %s
        * Offers: %s
        * Tells: %s
        """
        .formatted(
            name(module),
            charter(module),
            list(Arrays.asList(annotation(module).allowedDependencies())),
            list(
                types(module)
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(type -> type.getEnclosingClass().isEmpty())
                    .map(JavaClass::getSimpleName)
                    .sorted()
                    .toList()),
            list(
                types(module)
                    .filter(type -> type.isAssignableTo(Fact.class) && !type.isInterface())
                    .map(JavaClass::getSimpleName)
                    .sorted()
                    .toList()));
  }

  private java.util.stream.Stream<JavaClass> types(ApplicationModule module) {
    return module.getBasePackage().stream().filter(type -> !type.isAnonymousClass());
  }

  /** Modules whose types it really uses; the diagram shows these alone. */
  private List<String> used(ApplicationModule module) {
    return module
        .getDirectDependencies(modules)
        .uniqueModules()
        .filter(other -> !other.isRootModule())
        .map(ModuleMap::name)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  private static String charter(ApplicationModule module) {
    try {
      var source = Files.readString(SOURCES.resolve(name(module)).resolve("package-info.java"));
      var javadoc = JAVADOC.matcher(source);
      if (!javadoc.find()) {
        throw new IllegalStateException(name(module) + " has no charter");
      }
      var plain =
          javadoc
              .group(1)
              .replaceAll("(?m)^\\s*\\* ?", "")
              .replaceAll("</?(?:em|b|i)>", "*")
              .replaceAll("\\s*<p>\\s*", "\n\n");
      return LINK.matcher(plain)
          .replaceAll("`$1`")
          .replaceAll("(?<!\n)\n(?!\n)", " ")
          .replaceAll(" +", " ")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static org.springframework.modulith.ApplicationModule annotation(ApplicationModule module) {
    return module
        .getBasePackage()
        .getAnnotation(org.springframework.modulith.ApplicationModule.class)
        .orElseThrow(() -> new IllegalStateException(name(module) + " has no charter"));
  }

  private static String list(List<String> names) {
    return names.isEmpty()
        ? "—"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }
}
