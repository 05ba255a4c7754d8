package org.silian.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.ImportStore.Import;
import org.silian.exchange.ImportStore.State;
import org.silian.language.Texts;
import org.springframework.stereotype.Component;

/** Imports as a person reads them. */
@Component
class ImportViews {

  private static final int SHOWN = 200;

  private final Texts texts;

  ImportViews(Texts texts) {
    this.texts = texts;
  }

  /** A kind of rows that this post may import. */
  record ImportKindView(String kind, String name, List<ImportFieldView> fields) {}

  /**
   * A field of a kind.
   *
   * @param choices what can be meant, in words
   */
  record ImportFieldView(
      String key, String name, CellType type, boolean required, List<String> choices) {}

  /** An import in a list. */
  record ImportRowView(
      UUID id, String kind, String name, String fileName, State state, Instant at) {}

  /**
   * An import.
   *
   * @param running whether its rows are being made at this moment
   */
  record ImportView(
      UUID id,
      long version,
      String kind,
      String name,
      State state,
      boolean running,
      Instant at,
      String fileName,
      String sheet,
      int headerLine,
      List<ImportColumn> columns,
      List<ImportConstant> constants,
      List<ImportNote> notes,
      @Nullable ImportCheck check) {}

  /**
   * A column of the file.
   *
   * @param letter as spreadsheets call it
   * @param withheld whether it holds ID numbers, which are never imported
   */
  record ImportColumn(
      int index,
      String letter,
      String header,
      boolean hidden,
      boolean withheld,
      List<String> samples,
      @Nullable String field) {}

  /** What every row has in a field without a column. */
  record ImportConstant(@NotBlank String field, @NotBlank @Size(max = 200) String value) {}

  /** Something to know about the file. */
  record ImportNote(String text) {}

  /**
   * What a dry run found, or what was done.
   *
   * @param bad how many rows cannot be made; of them the first are in {@code rows}
   */
  record ImportCheck(
      int fresh,
      int changed,
      int there,
      int bad,
      List<ImportBadRow> rows,
      List<ImportSkipped> skipped) {}

  /** A row that cannot be made, by its line in the file. */
  record ImportBadRow(int line, @Nullable String field, String reason) {}

  /** Lines that are no rows. */
  record ImportSkipped(String why, List<Integer> lines) {}

  ImportKindView kind(ImportKind kind) {
    return new ImportKindView(kind.name(), name(kind.name()), fields(kind));
  }

  ImportView of(Import i, boolean running) {
    var head = i.head();
    return new ImportView(
        i.id(),
        i.version(),
        i.kind(),
        name(i.kind()),
        i.state(),
        running,
        i.at(),
        head.fileName(),
        head.sheet(),
        head.layout().headerLine(),
        head.layout().columns().stream()
            .map(
                c ->
                    new ImportColumn(
                        c.index(),
                        letter(c.index()),
                        c.header(),
                        c.hidden(),
                        c.withheld(),
                        c.samples(),
                        c.field()))
            .toList(),
        head.constants().entrySet().stream()
            .map(each -> new ImportConstant(each.getKey(), each.getValue()))
            .toList(),
        head.notes().stream().map(this::note).toList(),
        head.check() == null ? null : check(i.kind(), head.check()));
  }

  private ImportNote note(Sheet.Note note) {
    return new ImportNote(
        texts.text("exchange.note." + note.code(), Map.of("count", note.count())));
  }

  private ImportCheck check(String kind, ImportStore.Check check) {
    return new ImportCheck(
        check.fresh(),
        check.changed(),
        check.there(),
        check.bad().size(),
        check.bad().stream()
            .limit(SHOWN)
            .map(
                row ->
                    new ImportBadRow(
                        row.line(),
                        row.field() == null ? null : fieldName(kind, row.field()),
                        row.reason()))
            .toList(),
        skipped(check.skipped()));
  }

  private List<ImportSkipped> skipped(List<Rows.Skipped> skipped) {
    return List.of(Rows.Why.values()).stream()
        .map(
            why ->
                new ImportSkipped(
                    texts.text("exchange.skipped." + why.name().toLowerCase(Locale.ROOT)),
                    skipped.stream()
                        .filter(s -> s.why() == why)
                        .map(Rows.Skipped::line)
                        .limit(SHOWN)
                        .toList()))
        .filter(s -> !s.lines().isEmpty())
        .toList();
  }

  private @Nullable String fieldName(String kind, String field) {
    var key = "import." + kind + "." + field;
    return texts.has(key) ? texts.text(key) : null;
  }

  private List<ImportFieldView> fields(ImportKind kind) {
    return kind.fields().stream()
        .map(
            f ->
                new ImportFieldView(
                    f.key(),
                    texts.text("import." + kind.name() + "." + f.key()),
                    f.type(),
                    f.required(),
                    ImportFiles.words(f)))
        .toList();
  }

  String name(String kind) {
    return texts.text("import." + kind);
  }

  private static String letter(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letter(column / 26 - 1) + (char) ('A' + column % 26);
  }
}
