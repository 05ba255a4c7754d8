package org.silian.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silian.language.Texts;
import org.silian.permission.Permissions;
import org.springframework.stereotype.Component;

/** Seals as records that a notice may be about; their id is their number. */
@Component
class SealSubject implements SubjectType {

  static final String NAME = "seal";

  private final Permissions permissions;
  private final Texts texts;

  SealSubject(Permissions permissions, Texts texts) {
    this.permissions = permissions;
    this.texts = texts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    var role = actor.role();
    return role == null || !permissions.allows(role, JournalPermission.SEALS.id())
        ? Map.of()
        : ids.stream()
            .distinct()
            .collect(
                Collectors.toMap(
                    id -> id,
                    id ->
                        new Title(
                            String.valueOf(id.getLeastSignificantBits()),
                            texts.text("journal.seal"))));
  }
}
