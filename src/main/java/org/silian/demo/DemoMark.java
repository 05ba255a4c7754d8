package org.silian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in a data folder that says: here a demo is being told. It is there from before the first
 * word until after the last, so one that is found at a start tells of a start that was cut short.
 */
record DemoMark(Path file) {

  private static final String TEXT =
      """
      演示城区还没有建完；下次以演示方式启动时重新建立，本目录的数据库会被删除。
      This demo is unfinished; the next start of the demo removes its database and begins anew.
      """;

  static DemoMark in(Path data) {
    return new DemoMark(data.resolve("demo-unfinished"));
  }

  boolean isSet() {
    return Files.exists(file);
  }

  void set() {
    try {
      Files.writeString(file, TEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
