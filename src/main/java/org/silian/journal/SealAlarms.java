package org.silian.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells whoever there is to be told. */
@Component
class SealAlarms {

  private final ObjectProvider<SealAlarm> alarms;

  SealAlarms(ObjectProvider<SealAlarm> alarms) {
    this.alarms = alarms;
  }

  void refused(long seal) {
    alarms.forEach(alarm -> alarm.refused(subject(seal)));
  }

  void forked(long seal) {
    alarms.forEach(alarm -> alarm.forked(subject(seal)));
  }

  void undelivered(long seal, SealTarget target, LocalDate day) {
    alarms.forEach(alarm -> alarm.undelivered(subject(seal), target, day));
  }

  /** Seals are records by their number. */
  private static Subject subject(long seal) {
    return new Subject(SealSubject.NAME, new UUID(0, seal));
  }
}
