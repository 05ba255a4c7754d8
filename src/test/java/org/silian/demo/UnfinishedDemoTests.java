package org.silian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silian.postgres.EmbeddedPostgres;
import org.silian.postgres.PostgresUnavailable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A demo whose telling was cut short is told anew, and nothing else is ever thrown away. */
class UnfinishedDemoTests {

  private static final Map<String, String> QUICK = Map.of("fsync", "off");

  private Path data;
  private Path version;

  @BeforeEach
  void aFolderWithADatabase(@TempDir Path temporary) throws Exception {
    data = temporary.toRealPath();
    version = data.resolve("postgres/data/PG_VERSION");
    EmbeddedPostgres.start(data.resolve("postgres"), QUICK).close();
    Files.writeString(data.resolve("secret"), "kept");
    assertThat(version).exists();
  }

  @Test
  void theDatabaseOfAnUnfinishedDemoIsRemovedBeforeItIsStarted() {
    DemoMark.in(data).set();

    start("demo");

    assertThat(version).doesNotExist();
    assertThat(data.resolve("secret")).hasContent("kept");
    assertThat(DemoMark.in(data).isSet()).isFalse();
    EmbeddedPostgres.start(data.resolve("postgres"), QUICK).close();
    assertThat(version).exists();
  }

  @Test
  void aDemoThatWasToldToTheEndIsKept() {
    DemoMark.in(data).set();
    DemoMark.in(data).clear();

    start("demo");

    assertThat(version).exists();
  }

  @Test
  void aDistrictOfRealPeopleIsKeptWhateverLiesInItsFolder() {
    DemoMark.in(data).set();

    start("default");

    assertThat(version).exists();
  }

  @Test
  void aDemoThatAnotherProgramIsTellingIsLeftAlone() {
    DemoMark.in(data).set();
    try (var other = EmbeddedPostgres.start(data.resolve("postgres"), QUICK)) {
      assertThatThrownBy(() -> start("demo")).isInstanceOf(PostgresUnavailable.class);
      assertThat(other.folder().resolve("data/PG_VERSION")).exists();
    }
    assertThat(DemoMark.in(data).isSet()).isTrue();
  }

  private void start(String profile) {
    try (var context = new GenericApplicationContext()) {
      context.getEnvironment().setActiveProfiles(profile);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", Map.of("silian.data", data.toString())));
      new UnfinishedDemo().initialize(context);
    }
  }
}
