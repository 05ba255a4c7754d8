package org.silian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests write and people commit, so that every change of them is seen in a review. */
public final class Committed {

  private Committed() {}

  /**
   * Fails where the committed file is not what the program now says; run with {@code
   * -D<property>=write} it writes the file instead.
   */
  public static void isUpToDate(Path file, String now, String property) throws IOException {
    if ("write".equals(System.getProperty(property))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, now);
      return;
    }
    assertThat(file).as("Write it: ./mvnw test -D%s=write", property).exists();
    assertThat(Files.readString(file))
        .as("%s is out of date; write it with -D%s=write", file, property)
        .isEqualTo(now);
  }
}
