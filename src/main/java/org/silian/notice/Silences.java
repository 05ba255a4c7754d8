package org.silian.notice;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of which kinds a person wants no mail. */
@Component
@Transactional
class Silences {

  private final JdbcClient jdbc;

  Silences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> of(UUID person) {
    return Set.copyOf(
        jdbc.sql("select kind from notice_silence where person_id = ?")
            .param(person)
            .query((row, n) -> row.getString(1))
            .list());
  }

  /** From now on no mail of these kinds; what waits to go out does not go. */
  void add(UUID person, Collection<String> kinds) {
    for (var kind : kinds) {
      jdbc.sql("insert into notice_silence (person_id, kind) values (?, ?) on conflict do nothing")
          .params(person, kind)
          .update();
      jdbc.sql("delete from notice_mail where person_id = ? and kind = ?")
          .params(person, kind)
          .update();
    }
  }

  void lift(UUID person, String kind) {
    jdbc.sql("delete from notice_silence where person_id = ? and kind = ?")
        .params(person, kind)
        .update();
  }
}
