package org.silian.wording;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.journal.SubjectType;
import org.silian.language.TextCatalogue;
import org.silian.permission.Permissions;
import org.springframework.stereotype.Component;

/** Opens the timeline of a text to whoever may change it. A text's id follows from its code. */
@Component
class TextSubject implements SubjectType {

  static final String NAME = "text";

  private final TextCatalogue catalogue;
  private final Permissions permissions;

  TextSubject(TextCatalogue catalogue, Permissions permissions) {
    this.catalogue = catalogue;
    this.permissions = permissions;
  }

  static UUID id(String code) {
    return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Title> titles(Collection<UUID> ids, Actor actor) {
    if (ids.isEmpty()
        || actor.role() == null
        || !permissions.allows(actor.role(), WordingPermission.EDIT.id())) {
      return Map.of();
    }
    var wanted = new HashSet<>(ids);
    var titles = new HashMap<UUID, Title>();
    for (var code : catalogue.codes()) {
      if (wanted.contains(id(code))) {
        titles.put(id(code), new Title("", code));
      }
    }
    return titles;
  }
}
