package org.silian.wording;

import java.util.HashMap;
import java.util.Map;
import org.silian.problem.DatabaseAway;
import org.silian.tenancy.Districts;
import org.silian.wording.OwnWords.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings what the database has into this node's memory. */
@Component
class WordingStore {

  private static final Logger log = LoggerFactory.getLogger(WordingStore.class);

  private final OwnWords words;
  private final JdbcClient jdbc;
  private final Districts districts;

  WordingStore(OwnWords words, JdbcClient jdbc, Districts districts) {
    this.words = words;
    this.jdbc = jdbc;
    this.districts = districts;
  }

  /** Another node may have changed them: all say the same within seconds. */
  @Scheduled(fixedDelayString = "${silian.wording.refresh:PT5S}")
  void refreshAll() {
    for (var district : districts.all()) {
      try {
        district.run(this::refresh);
      } catch (RuntimeException e) {
        if (!DatabaseAway.isWhy(e)) {
          log.error("The words of district {} were not read", district.code(), e);
        }
      }
    }
  }

  /** Of the current district. One small query, and another where something has changed. */
  void refresh() {
    long version =
        jdbc.sql("select version from wording_version").query((row, n) -> row.getLong(1)).single();
    if (version != words.words().version()) {
      words.take(new Words(version, read()));
    }
  }

  private Map<String, Map<String, String>> read() {
    var texts = new HashMap<String, Map<String, String>>();
    jdbc.sql("select language, code, text from wording_text")
        .query(
            row -> {
              texts
                  .computeIfAbsent(row.getString("language"), language -> new HashMap<>())
                  .put(row.getString("code"), row.getString("text"));
            });
    return texts;
  }
}
