package org.silian.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a person reads it.
 *
 * @param title a sentence
 * @param from the organisation that waits for it
 * @param holder the post that has it, the person who owes it, or the organisation whose posts do
 * @param steps what the post in use may do with it now
 */
record TaskView(
    UUID id,
    String kind,
    String title,
    TaskSubject subject,
    @Nullable LocalDate due,
    boolean overdue,
    @Nullable TaskParty from,
    @Nullable TaskParty holder,
    @Nullable TaskUrge urged,
    List<String> steps,
    long version) {

  /** The record it is about; number and title only for who may open it. */
  record TaskSubject(String type, UUID id, @Nullable String number, @Nullable String title) {}

  record TaskParty(UUID id, String name) {}

  record TaskUrge(Instant at, @Nullable String words) {}
}
