package org.silian.exchange;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.ExportStore.Export;

/** Writes one export, page by page; can pause between pages and go on elsewhere. */
final class ExportWriting implements AutoCloseable {

  private static final int PAGE = 500;

  private final Export export;
  private final ExportList list;
  private final ExportStore store;
  private final ExportFile file;
  private @Nullable String after;
  private long written;
  private boolean complete;

  ExportWriting(
      Export export, ExportList list, ExportHead head, ExportStore store, ExportContent content)
      throws IOException {
    this.export = export;
    this.list = list;
    this.store = store;
    this.file = ExportFile.of(export.format(), head.title(), content.writing(export.id()));
    file.above(head.lines());
    file.header(head.columns());
  }

  /** What stands above the rows. */
  record ExportHead(String title, List<String> lines, List<String> columns) {}

  UUID id() {
    return export.id();
  }

  Export export() {
    return export;
  }

  long written() {
    return written;
  }

  /** Whether all rows are written. */
  boolean isComplete() {
    return complete;
  }

  /**
   * Writes on until so many rows are there, or all.
   *
   * @return whether anybody still wants it
   */
  boolean until(long rows) throws IOException {
    while (!complete && written < rows) {
      var page = list.reading().page(export.filters(), after, PAGE);
      for (var row : page.items()) {
        file.row(row);
      }
      written += page.items().size();
      after = page.next();
      complete = after == null;
      if (!store.goesOn(export.id(), written)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
