package org.silian.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes who read a sensitive record, in the transaction of the reading: a look that cannot be noted
 * is not had. It is no part of the journal; nothing is counted from it.
 */
@Component
public class AccessLog {

  private final JdbcTemplate jdbc;
  private final Texts texts;
  private final Clock clock;

  AccessLog(JdbcTemplate jdbc, Texts texts, Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Notes that the current actor has the record before her. Once for a request, however many
   * persons it shows; not for what is her own, and not for Silian itself. The transaction must not
   * be read-only.
   *
   * @param subject the record, or the one in whose view the persons stand
   * @param persons whose data it shows; none where it tells of somebody who is not registered
   * @param purpose for instance {@code wish.contact}; its sentence is the text {@code
   *     read.<purpose>}
   */
  public void read(Subject subject, Collection<UUID> persons, String purpose) {
    if (!texts.has("read." + purpose)) {
      throw new IllegalArgumentException("No text says what it is to read for " + purpose);
    }
    var actor = Actor.current();
    var reader = actor.person();
    var others = persons.stream().filter(p -> !p.equals(reader)).distinct().toArray(UUID[]::new);
    if (reader == null || (others.length == 0 && !persons.isEmpty())) {
      return;
    }
    jdbc.update(
        """
        insert into privacy_access (id, at, reader_id, appointment_id, role, organisation_id,
          purpose, subject_type, subject_id, persons)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        s -> {
          s.setObject(1, UuidCreator.getTimeOrderedEpoch());
          s.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
          s.setObject(3, reader);
          s.setObject(4, actor.appointment(), Types.OTHER);
          s.setString(5, Objects.requireNonNull(actor.role()).name());
          s.setObject(6, actor.organisation(), Types.OTHER);
          s.setString(7, purpose);
          s.setString(8, subject.type());
          s.setObject(9, subject.id());
          s.setArray(10, s.getConnection().createArrayOf("uuid", others));
        });
  }
}
