package org.silian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.silian.postgres.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.util.FileSystemUtils;

/**
 * Before anything else is made, PostgreSQL above all: removes the database of a demo whose telling
 * was cut short, so that it is told from the beginning. Only in the demo, and only where the demo's
 * own {@link DemoMark} lies; a folder in use by another program is refused.
 */
class UnfinishedDemo implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Logger log = LoggerFactory.getLogger(UnfinishedDemo.class);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      return;
    }
    var data = Path.of(environment.getRequiredProperty("silian.data"));
    var mark = DemoMark.in(data);
    if (!mark.isSet()) {
      return;
    }
    log.warn("上次没有建完演示城区，重新建立 The demo was left unfinished; it is founded again");
    EmbeddedPostgres.remove(data.resolve("postgres"));
    removeSeals(data.resolve("seals"));
    mark.clear();
  }

  /** They are of the journal that has just gone. */
  private static void removeSeals(Path seals) {
    try {
      FileSystemUtils.deleteRecursively(seals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
