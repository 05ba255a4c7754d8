package org.silian.launch;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why there is no start, in as many lines as it takes and without a stack trace. */
class FailureReport implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    System.err.println();
    System.err.println("  四联没有启动 Silian did not start");
    System.err.println();
    indented(analysis.getDescription());
    if (analysis.getAction() != null) {
      indented(analysis.getAction());
    }
    System.err.println();
  }

  private static void indented(String text) {
    text.lines().forEach(line -> System.err.println("  " + line));
  }
}
