package org.silian.api;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes a record as the compiler and {@link NullMarkedJson} read it: a component is required
 * unless it says {@link Nullable}, and what is not required is absent, never null. Two records of
 * one simple name would be one schema, so they are refused.
 */
final class RequiredUnlessNullable implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Type> owners = new ConcurrentHashMap<>();

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    var javaType = TypeFactory.defaultInstance().constructType(type.getType());
    var raw = javaType.getRawClass();
    if (schema == null || !raw.isRecord() || !raw.getName().startsWith("org.silian.")) {
      return schema;
    }
    var reference = schema.get$ref();
    var name = reference == null ? schema.getName() : reference.substring(REFERENCE.length());
    if (name != null) {
      own(name, javaType);
    }
    var model = reference == null ? schema : context.getDefinedModels().get(name);
    if (model != null) {
      require(model, raw);
    }
    return schema;
  }

  private void own(String name, Type type) {
    var owner = owners.putIfAbsent(name, type);
    if (owner != null && !owner.equals(type)) {
      throw new IllegalStateException(
          "Two records are called %s: %s and %s".formatted(name, owner, type));
    }
  }

  private static void require(Schema<?> schema, Class<?> raw) {
    var components = raw.getRecordComponents();
    var properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    schema.setRequired(
        Arrays.stream(components)
            .filter(component -> !NullMarkedJson.isNullable(component))
            .map(RecordComponent::getName)
            .filter(properties::containsKey)
            .toList());
    for (var property : properties.values()) {
      property.setNullable(null);
      if (property.getTypes() != null) {
        property.getTypes().remove("null");
      }
    }
  }
}
