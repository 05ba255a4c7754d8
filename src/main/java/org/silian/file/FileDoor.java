package org.silian.file;

import java.util.Set;
import java.util.UUID;
import org.silian.journal.Actor;

/**
 * A narrower rule about the files of one kind of record, declared by the module that owns it: not
 * everybody who may open a record may open the papers that lie in it.
 */
public interface FileDoor {

  /** The kind of record, as in {@link org.silian.journal.Subject#type()}. */
  String type();

  /** Whether the actor, who may open the record, may also open its files. */
  boolean opens(UUID record, Actor actor);

  /** The registered persons of whom its files tell, for the log of who read about them. */
  default Set<UUID> persons(UUID record) {
    return Set.of();
  }
}
