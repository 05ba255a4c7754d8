package org.silian.file;

import java.util.List;
import java.util.Locale;

/** The kinds of files that are kept. People bring the first five; Silian makes all but pictures. */
public enum FileType {
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  CSV("text/csv", "csv"),
  ZIP("application/zip", "zip");

  private final String mediaType;
  private final List<String> endings;

  FileType(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  /** As in {@code Content-Type}. */
  public String mediaType() {
    return mediaType;
  }

  boolean isPicture() {
    return this == JPEG || this == PNG;
  }

  /** The name with an ending that says what the file is, whatever it said before. */
  String named(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(ending -> lower.endsWith("." + ending))
        ? name
        : name + "." + endings.getFirst();
  }
}
