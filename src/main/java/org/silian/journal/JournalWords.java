package org.silian.journal;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The words beside the entries, which can be erased while the entries stay as they were sealed. */
@Component
public class JournalWords {

  private final JdbcClient jdbc;

  JournalWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Erases the words of entries that a person made, that are about her, or about records of hers.
   *
   * @param persons the ids under which she was known
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Collection<UUID> persons, Collection<Subject> records) {
    jdbc.sql(
            """
            delete from journal_words w using journal_entry e
            where e.id = w.entry_id and (e.person_id = any(:persons)
              or (e.subject_type = 'person' and e.subject_id = any(:persons)))""")
        .param("persons", persons.toArray(UUID[]::new))
        .update();
    for (var record : records) {
      jdbc.sql(
              """
              delete from journal_words w using journal_entry e
              where e.id = w.entry_id and e.subject_type = ? and e.subject_id = ?""")
          .params(record.type(), record.id())
          .update();
    }
  }
}
