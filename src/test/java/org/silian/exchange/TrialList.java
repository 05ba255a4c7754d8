package org.silian.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.silian.api.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A list longer than what is written at once; it waits in the middle until it may go on. */
@Configuration(proxyBeanMethods = false)
@Profile("test")
class TrialList {

  static final int ROWS = 10_600;

  /** What the list waits for before its last rows. */
  static volatile CountDownLatch goesOn = new CountDownLatch(0);

  @Bean
  ExportList listOfTrial() {
    return new ExportList(
        "trial",
        null,
        List.of("number", "text"),
        (filters, after, size) -> page(after == null ? 0 : Integer.parseInt(after), size),
        filters -> List.of(),
        filters -> ROWS);
  }

  private static Page<List<Object>> page(int from, int size) {
    if (from >= ExportManagement.AT_ONCE) {
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    var rows = new ArrayList<List<Object>>();
    int to = Math.min(from + size, ROWS);
    for (int i = from; i < to; i++) {
      rows.add(List.of(i, "=1+" + i));
    }
    return new Page<>(rows, to == ROWS ? null : String.valueOf(to));
  }
}
