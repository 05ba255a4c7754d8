package org.silian.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What is written for the demo, in {@code resources/demo}. */
final class DemoContent {

  private DemoContent() {}

  /** The rows of a file by column name. */
  static List<DemoRow> rows(String file) {
    try (var reader =
            new InputStreamReader(
                new ClassPathResource("demo/" + file).getInputStream(), StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().map(row -> new DemoRow(row.getFieldsAsMap())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
