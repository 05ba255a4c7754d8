package org.silian.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads text files in whatever way they were saved: character set and separator are found out. */
final class CsvReading {

  private static final List<String> SEPARATORS = List.of(",", "\t", ";", "，");
  private static final int SAMPLE = 30;

  private CsvReading() {}

  static Sheet read(byte[] bytes) {
    var text = decode(bytes);
    var lines = new ArrayList<Sheet.Line>();
    try (var csv =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (var each : csv) {
        add(each, lines);
      }
    } catch (CsvParseException | IOException e) {
      throw SheetReading.refused("unreadable");
    }
    return new Sheet("", false, lines, Set.of(), List.of());
  }

  private static void add(CsvRecord line, List<Sheet.Line> lines) {
    if (line.getFieldCount() > Sheet.MOST_COLUMNS) {
      throw SheetReading.refused("too-wide");
    }
    var cells = line.getFields().stream().map(Cells::plain).toList();
    var read = new Sheet.Line((int) line.getStartingLineNumber(), false, cells);
    if (!read.isBlank()) {
      if (lines.size() == Sheet.MOST_LINES) {
        throw SheetReading.refused("too-long");
      }
      lines.add(read);
    }
  }

  /** UTF-8 where it is that; else what Chinese spreadsheets save, GB18030. */
  private static String decode(byte[] bytes) {
    for (var charset : candidates(bytes)) {
      try {
        var text =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
      } catch (CharacterCodingException e) {
        // The next one, then.
      }
    }
    throw SheetReading.refused("encoding");
  }

  private static List<Charset> candidates(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      return List.of(StandardCharsets.UTF_16);
    }
    return List.of(
        StandardCharsets.UTF_8,
        Charset.forName("GB18030"),
        StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE);
  }

  /** The one that parts most lines into the same number of cells. */
  private static String separator(String text) {
    var sample = text.lines().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
    var best = SEPARATORS.getFirst();
    long most = 0;
    for (var separator : SEPARATORS) {
      var counts = sample.stream().map(line -> count(line, separator)).filter(n -> n > 0).toList();
      long alike =
          counts.stream().mapToLong(n -> counts.stream().filter(n::equals).count()).max().orElse(0);
      if (alike > most) {
        most = alike;
        best = separator;
      }
    }
    return best;
  }

  private static long count(String line, String separator) {
    return line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == separator.charAt(0)).count();
  }
}
