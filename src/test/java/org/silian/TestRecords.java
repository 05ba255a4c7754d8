package org.silian;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.silian.journal.Actor;
import org.silian.journal.Subject;
import org.silian.journal.SubjectType;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Records of no module, for tests of what modules do with the records of others. */
@Component
@Profile("test")
public class TestRecords implements SubjectType {

  private final Map<UUID, Title> titles = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** A record that everybody may open. */
  public Subject open(String number, String title) {
    var subject = closed();
    titles.put(subject.id(), new Title(number, title));
    return subject;
  }

  /** A record that nobody may open. */
  public Subject closed() {
    return new Subject(name(), UuidCreator.getTimeOrderedEpoch());
  }

  /** How often titles have been asked for. */
  public int asked() {
    return asked.get();
  }

  @Override
  public String name() {
    return "test-record";
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    asked.incrementAndGet();
    var found = new HashMap<>(titles);
    found.keySet().retainAll(ids);
    return found;
  }
}
