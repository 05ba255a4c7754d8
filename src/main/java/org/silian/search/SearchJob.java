package org.silian.search;

import org.silian.journal.Actor;
import org.silian.problem.DatabaseAway;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what has changed, every second. One district's trouble does not hold up the others. */
@Component
class SearchJob {

  private static final Logger log = LoggerFactory.getLogger(SearchJob.class);

  private final SearchIndex index;
  private final Districts districts;

  SearchJob(SearchIndex index, Districts districts) {
    this.index = index;
    this.districts = districts;
  }

  @Scheduled(fixedDelayString = "${silian.search.read:PT1S}")
  void readAll() {
    for (var district : districts.all()) {
      try {
        district.run(() -> Actor.SYSTEM.run(this::read));
      } catch (RuntimeException e) {
        if (!DatabaseAway.isWhy(e)) {
          log.error("Records of district {} were not read for the search", district.code(), e);
        }
      }
    }
  }

  private void read() {
    index.readAllOnce();
    index.readNoted();
  }
}
