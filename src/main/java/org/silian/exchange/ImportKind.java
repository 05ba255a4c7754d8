package org.silian.exchange;

import java.util.List;

/**
 * A kind of rows that can be imported, brought by the module that owns them. Its texts are {@code
 * import.<name>} and {@code import.<name>.<field>}.
 */
public interface ImportKind {

  /** The stable name, for instance {@code wishes}. */
  String name();

  /** What a post needs beside {@code exchange.import}. */
  String permission();

  List<ImportField> fields();

  /**
   * What would happen to each row if it were made now, for the current actor; changes nothing.
   * Asked once for all rows, so that each thing is looked up once. A row that says what another row
   * of the file has said is {@link Verdict#there}.
   */
  List<Verdict> judge(List<ImportRow> rows);

  /**
   * Makes rows that were judged new or changed a moment ago, in the same transaction and under a
   * lock that lets one import of a district run at a time.
   */
  void make(List<ImportRow> rows);
}
