package org.silian.task;

import java.util.UUID;
import org.silian.journal.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes tasks, in the transaction of the command that makes or settles them. */
@Component
@Transactional
public class Tasks {

  /**
   * Puts a task on its owner's list. Where one of the same kind about the same record is open
   * already, that one stays, with the new due day.
   *
   * @return the id of the open task
   */
  public UUID open(Opening opening) {
    throw new UnsupportedOperationException(opening.kind());
  }

  /** Takes the open task of this kind about the record off the list, if there is one. */
  public void close(Subject subject, String kind) {
    throw new UnsupportedOperationException(kind + subject);
  }

  /** Takes all open tasks about the record off their lists. */
  public void closeAll(Subject subject) {
    throw new UnsupportedOperationException(subject.toString());
  }
}
