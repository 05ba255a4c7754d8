package org.silian.journal;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry keeps of a fact: its name and those of its components that have no column of their
 * own, as JSON text. Only ids, codes, numbers, days and instants pass; a text is refused.
 */
final class FactBody {

  private static final Set<String> COLUMNS =
      Set.of("subject", "occurredAt", "organisation", "words");
  private static final Set<Class<?>> PLAIN =
      Set.of(
          long.class,
          Long.class,
          int.class,
          Integer.class,
          boolean.class,
          Boolean.class,
          UUID.class,
          Instant.class,
          LocalDate.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

  private FactBody() {}

  /** {@code WishFulfilled} is called {@code wish-fulfilled}. */
  static String name(Class<? extends Fact> type) {
    return NAMES.computeIfAbsent(
        type,
        t -> t.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
  }

  static String of(Fact fact) {
    var type = fact.getClass();
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is a fact and must be a record");
    }
    var body = new LinkedHashMap<String, Object>();
    for (var component : type.getRecordComponents()) {
      if (!COLUMNS.contains(component.getName())) {
        var value = value(fact, component);
        if (value != null) {
          body.put(component.getName(), value);
        }
      }
    }
    return JSON.writeValueAsString(body);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String body) {
    return JSON.readValue(body, Map.class);
  }

  private static @Nullable Object value(Fact fact, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return plain(accessor.invoke(fact), component);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value, RecordComponent component) {
    var type = component.getType();
    if (!(type.isEnum() || PLAIN.contains(type))) {
      throw new IllegalArgumentException(
          "A fact holds ids, codes and amounts; %s.%s is none of these"
              .formatted(component.getDeclaringRecord().getSimpleName(), component.getName()));
    }
    return switch (value) {
      case null -> null;
      case Enum<?> code -> code.name();
      case Number number -> number;
      case Boolean bool -> bool;
      default -> value.toString();
    };
  }
}
