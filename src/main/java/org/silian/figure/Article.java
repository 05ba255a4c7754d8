package org.silian.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * The figures by which the alliance is reported, as the handbook numbers them. One that no module
 * declares yet is listed as not there.
 */
final class Article {

  /**
   * A line of the list.
   *
   * @param expected what the demo district reproduces
   * @param bound how to read {@code expected}: {@code exact}, {@code at least} or {@code rounded}
   */
  record Line(String id, BigDecimal expected, String bound, String unit, String kind) {}

  static final List<Line> LINES = read();

  private Article() {}

  private static List<Line> read() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("figure/article.csv").getInputStream(),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Article::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    var cells = text.split(",", -1);
    return new Line(
        cells[0], new BigDecimal(cells[1]), cells[2], cells[3], cells[4].toUpperCase(Locale.ROOT));
  }
}
