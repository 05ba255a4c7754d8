package org.silian.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.silian.tenancy.District;

/**
 * A list as a file, written row by row. No cell of it is ever a formula: a workbook holds texts as
 * texts, and in a text file what a spreadsheet would take for a formula begins with an apostrophe.
 */
interface ExportFile extends Closeable {

  DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(District.ZONE);

  /** Lines above the list. */
  void above(List<String> lines) throws IOException;

  void header(List<String> columns) throws IOException;

  void row(List<Object> cells) throws IOException;

  static ExportFile of(ExportFormat format, String title, OutputStream out) throws IOException {
    return switch (format) {
      case XLSX -> new Xlsx(title, out);
      case CSV -> new Csv(out);
    };
  }

  /** A workbook of one sheet. */
  final class Xlsx implements ExportFile {

    private static final int FLUSHED_AT = 500;
    private static final int MOST_ROWS = 1_000_000;
    private static final int WIDTH = 18;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int at;

    private Xlsx(String title, OutputStream out) {
      this.out = out;
      workbook = new Workbook(out, "Silian", "1.0");
      sheet = workbook.newWorksheet(title);
    }

    @Override
    public void above(List<String> lines) {
      lines.forEach(line -> sheet.inlineString(at++, 0, line));
    }

    @Override
    public void header(List<String> columns) {
      for (int i = 0; i < columns.size(); i++) {
        sheet.inlineString(at, i, columns.get(i));
        sheet.style(at, i).bold().set();
        sheet.width(i, WIDTH);
      }
      at++;
    }

    @Override
    public void row(List<Object> cells) throws IOException {
      if (at >= MOST_ROWS) {
        throw new IOException("A sheet has no more rows");
      }
      for (int i = 0; i < cells.size(); i++) {
        switch (cells.get(i)) {
          case Number number -> sheet.value(at, i, number);
          case LocalDate day -> {
            sheet.value(at, i, day);
            sheet.style(at, i).format("yyyy-mm-dd").set();
          }
          case Object other -> sheet.inlineString(at, i, text(other));
        }
      }
      if (++at % FLUSHED_AT == 0) {
        sheet.flush();
      }
    }

    @Override
    public void close() throws IOException {
      workbook.close();
      out.close();
    }
  }

  /** A text file that Excel opens without asking: UTF-8 with its mark. */
  final class Csv implements ExportFile {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    private Csv(OutputStream out) throws IOException {
      out.write(MARK);
      csv =
          CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void above(List<String> lines) {
      lines.forEach(line -> csv.writeRecord(harmless(line)));
    }

    @Override
    public void header(List<String> columns) {
      csv.writeRecord(columns.stream().map(Csv::harmless).toList());
    }

    @Override
    public void row(List<Object> cells) {
      csv.writeRecord(
          cells.stream()
              .map(cell -> cell instanceof Number ? cell.toString() : harmless(text(cell)))
              .toList());
    }

    private static String harmless(String text) {
      if (text.isEmpty()) {
        return text;
      }
      var first = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
      boolean formula = !first.isEmpty() && "=+-@".indexOf(first.charAt(0)) >= 0;
      return formula || text.charAt(0) == '\t' || text.charAt(0) == '\r' ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }

  private static String text(Object cell) {
    return cell instanceof Instant moment ? MOMENT.format(moment) : cell.toString();
  }
}
