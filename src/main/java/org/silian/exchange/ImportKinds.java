package org.silian.exchange;

import java.util.List;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.permission.Permissions;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/** Every kind of rows there is, and which of them a post may import. */
@Component
class ImportKinds {

  private final List<ImportKind> all;
  private final Permissions permissions;
  private final Texts texts;

  ImportKinds(List<ImportKind> all, Permissions permissions, Texts texts) {
    this.all = all;
    this.permissions = permissions;
    this.texts = texts;
  }

  List<ImportKind> of(Actor actor) {
    return all.stream()
        .filter(kind -> actor.role() != null && permissions.allows(actor.role(), kind.permission()))
        .toList();
  }

  /**
   * @throws Refusal {@code not-found} also for one that the actor may not import
   */
  ImportKind get(String name, Actor actor) {
    return of(actor).stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("not-found").at("kind"));
  }

  /** The fields of a kind, found also under the words of the district: its template has those. */
  List<ImportField> fields(ImportKind kind) {
    return kind.fields().stream()
        .map(field -> field.named(texts.text("import." + kind.name() + "." + field.key())))
        .toList();
  }
}
