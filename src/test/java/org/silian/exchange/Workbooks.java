package org.silian.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as people make them, and as nobody should. */
final class Workbooks {

  static final String SHEET = "xl/worksheets/sheet1.xml";

  private Workbooks() {}

  static byte[] of(Consumer<Worksheet> filling) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      filling.accept(workbook.newWorksheet("登记"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] of(List<List<String>> lines) {
    return of(
        sheet -> {
          for (int line = 0; line < lines.size(); line++) {
            for (int column = 0; column < lines.get(line).size(); column++) {
              sheet.value(line, column, lines.get(line).get(column));
            }
          }
        });
  }

  /** The same workbook with one part written otherwise. */
  static byte[] patched(byte[] workbook, String part, UnaryOperator<String> change) {
    var out = new ByteArrayOutputStream();
    try (var from =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        var to = new ZipOutputStream(out)) {
      for (var entry : Collections.list(from.getEntries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        var content = from.getInputStream(entry).readAllBytes();
        to.write(
            entry.getName().equals(part)
                ? change
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
