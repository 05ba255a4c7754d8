package org.silian.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.silian.language.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The workbooks an import hands out: a template to fill in, and the rows to put right. */
@Component
class ImportFiles {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String HEADER_FILL = "E2EFEC";
  private static final String EXAMPLE_FILL = "F7F6F2";
  private static final int WIDTH = 20;

  private final Texts texts;

  ImportFiles(Texts texts) {
    this.texts = texts;
  }

  private interface Filling {
    void into(Workbook workbook) throws IOException;
  }

  private static byte[] workbook(Filling filling) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "Silian", "1.0")) {
      filling.into(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Headers, one row that is an example and says so, and what to know in both languages. */
  byte[] template(ImportKind kind) {
    return workbook(
        workbook -> {
          var sheet = workbook.newWorksheet(texts.text("import." + kind.name()));
          header(sheet, 0, texts.text("exchange.template.number"));
          sheet.value(1, 0, texts.text("exchange.template.example"));
          int column = 1;
          for (var field : kind.fields()) {
            header(sheet, column, name(kind, field) + (field.required() ? " *" : ""));
            sheet.inlineString(1, column, field.example());
            sheet.style(1, column).italic().fillColor(EXAMPLE_FILL).set();
            sheet.width(column, WIDTH);
            column++;
          }
          sheet.style(1, 0).italic().fillColor(EXAMPLE_FILL).set();
          sheet.freezePane(0, 1);
          var notes = workbook.newWorksheet("填写说明 Notes");
          int line = 0;
          for (var language : Texts.LANGUAGES) {
            line = in(language, notes, line, kind);
          }
          notes.width(0, 24);
          notes.width(1, 90);
        });
  }

  private int in(Locale language, Worksheet notes, int from, ImportKind kind) {
    var before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocale(language);
    try {
      int line = from;
      notes.value(line++, 0, texts.text("exchange.template.lead"));
      notes.value(line++, 0, texts.text("exchange.template.never"));
      for (var field : kind.fields()) {
        notes.value(line, 0, name(kind, field));
        notes.value(
            line++,
            1,
            texts.text(
                    field.required() ? "exchange.template.required" : "exchange.template.optional")
                + texts.text(
                    "exchange.template.type." + field.type().name().toLowerCase(Locale.ROOT),
                    java.util.Map.of("choices", String.join("、", words(field)))));
      }
      return line + 1;
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  /** What may be written for each meaning: the first word for it. */
  static List<String> words(ImportField field) {
    var words = new java.util.LinkedHashMap<String, String>();
    field
        .choices()
        .forEach(
            (word, meaning) -> {
              if (!word.equals(Cells.key(meaning))) {
                words.putIfAbsent(meaning, word);
              }
            });
    return List.copyOf(words.values());
  }

  private static void header(Worksheet sheet, int column, String text) {
    sheet.value(0, column, text);
    sheet.style(0, column).bold().fillColor(HEADER_FILL).set();
  }

  private String name(ImportKind kind, ImportField field) {
    return texts.text("import." + kind.name() + "." + field.key());
  }

  /** The bad rows where they stood, under their own headers, with a reason beside each. */
  byte[] badRows(ImportKind kind, Sheet sheet, Layout layout, ImportStore.Check check) {
    var reasons = new HashMap<Integer, String>();
    check
        .bad()
        .forEach(
            row -> {
              var key = "import." + kind.name() + "." + row.field();
              reasons.put(
                  row.line(),
                  row.field() != null && texts.has(key)
                      ? texts.text(key) + "：" + row.reason()
                      : row.reason());
            });
    int beside = sheet.width();
    return workbook(
        workbook -> {
          var page = workbook.newWorksheet(sheet.name().isEmpty() ? "Sheet1" : sheet.name());
          int at = 0;
          for (var line : ImportManagement.onlyBad(sheet, layout, check).lines()) {
            for (int i = 0; i < line.cells().size(); i++) {
              page.inlineString(at, i, line.cell(i));
            }
            if (line.number() == layout.headerLine()) {
              page.value(at, beside, texts.text("exchange.reason"));
              page.style(at, beside).bold().fillColor(HEADER_FILL).set();
            } else if (reasons.containsKey(line.number())) {
              page.value(at, beside, reasons.get(line.number()));
            }
            at++;
          }
          page.width(beside, 50);
        });
  }

  static ResponseEntity<byte[]> attachment(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(XLSX))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
        .body(content);
  }

  static String disposition(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
