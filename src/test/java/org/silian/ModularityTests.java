package org.silian;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between modules, and the map of them. */
class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(Silian.class);

  @Test
  void noModuleUsesWhatItsCharterDoesNotAllow() {
    modules.verify();
  }

  @Test
  void theMapOfModulesIsUpToDate() throws IOException {
    Committed.isUpToDate(
        Path.of("docs/modules/README.md"), new ModuleMap(modules).text(), "silian.modules");
  }
}
