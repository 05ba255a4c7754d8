package org.silian.notice;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts notices into inboxes, in the transaction of what they tell. */
@Component
@Transactional
public class Notices {

  /**
   * Tells each of the persons once.
   *
   * @param code its sentence is the text {@code notice.<code>}, with {@code {title}} and {@code
   *     {number}} of the record and the arguments by name, or {@code notice.<code>.untitled} where
   *     the reader may not open the record
   * @param arguments ids, enum constants, numbers, days; ids are read as names
   * @throws IllegalArgumentException for any other argument, because a notice holds no words
   */
  public void tell(
      Collection<UUID> persons, String code, Subject subject, Map<String, ?> arguments) {
    throw new UnsupportedOperationException(code + persons + subject + arguments);
  }

  /** Tells all who now have, by a post in the organisation itself, the permission. */
  public void tellPosts(
      UUID organisation,
      String permission,
      String code,
      Subject subject,
      Map<String, ?> arguments) {
    throw new UnsupportedOperationException(code + organisation + permission + subject + arguments);
  }
}
