package org.silian.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * Makes JSON obey the annotation that the compiler obeys: a component of a request record is
 * required, and refuses null, unless it says {@link Nullable}.
 */
@Configuration(proxyBeanMethods = false)
class NullMarkedJson {

  @Bean
  JacksonModule nullMarked() {
    return new SimpleModule("null-marked", Version.unknownVersion()) {
      @Override
      public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new RequiredUnlessNullable());
      }
    };
  }

  private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      var component = component(member);
      return component == null ? null : !isNullable(component);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      var component = annotated instanceof AnnotatedMember member ? component(member) : null;
      return component == null || isNullable(component)
          ? JsonSetter.Value.empty()
          : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    @Override
    public Version version() {
      return Version.unknownVersion();
    }

    private static @Nullable RecordComponent component(AnnotatedMember member) {
      var type = member.getDeclaringClass();
      if (!type.isRecord() || !type.getName().startsWith("org.silian.")) {
        return null;
      }
      var components = type.getRecordComponents();
      return member instanceof AnnotatedParameter parameter
          ? components[parameter.getIndex()]
          : Arrays.stream(components)
              .filter(c -> c.getName().equals(member.getName()))
              .findFirst()
              .orElse(null);
    }
  }

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
