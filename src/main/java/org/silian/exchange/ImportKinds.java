package org.silian.exchange;

import java.util.List;
import org.silian.journal.Actor;
import org.silian.permission.Permissions;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/** Every kind of rows there is, and which of them a post may import. */
@Component
class ImportKinds {

  private final List<ImportKind> all;
  private final Permissions permissions;

  ImportKinds(List<ImportKind> all, Permissions permissions) {
    this.all = all;
    this.permissions = permissions;
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
}
