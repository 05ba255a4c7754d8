package org.silian.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind of record there is, and what of it an actor may open. */
@Component
public class Subjects {

  private final ObjectProvider<SubjectType> declared;

  Subjects(ObjectProvider<SubjectType> declared) {
    this.declared = declared;
  }

  /** Titles of those subjects that the actor may open; one query for each kind among them. */
  public Map<Subject, SubjectType.Title> titles(Collection<Subject> subjects, Actor actor) {
    var types = declared.stream().collect(Collectors.toMap(SubjectType::name, Function.identity()));
    var titles = new HashMap<Subject, SubjectType.Title>();
    subjects.stream()
        .collect(
            Collectors.groupingBy(
                Subject::type, Collectors.mapping(Subject::id, Collectors.toSet())))
        .forEach(
            (type, ids) -> {
              var known = types.get(type);
              if (known != null) {
                known
                    .titles(ids, actor)
                    .forEach((id, title) -> titles.put(new Subject(type, id), title));
              }
            });
    return titles;
  }

  /** Every id under which the entries of a record stand: its own and those it had before. */
  Collection<UUID> ids(Subject subject) {
    var ids = new ArrayList<UUID>();
    ids.add(subject.id());
    declared.stream()
        .filter(type -> type.name().equals(subject.type()))
        .forEach(type -> ids.addAll(type.formerIds(subject.id())));
    return ids;
  }

  /** Refuses as {@code not-found} what the actor may not open. */
  public void refuseUnlessVisible(Subject subject, Actor actor) {
    if (!titles(List.of(subject), actor).containsKey(subject)) {
      throw Refusal.notFound("not-found");
    }
  }
}
