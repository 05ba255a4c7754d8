package org.silian.exchange;

/** As what a list is written. */
enum ExportFormat {
  XLSX("xlsx", ImportFiles.XLSX),
  CSV("csv", "text/csv; charset=UTF-8");

  private final String ending;
  private final String type;

  ExportFormat(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  String ending() {
    return ending;
  }

  String type() {
    return type;
  }
}
