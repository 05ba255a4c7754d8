package org.silian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.ModelConverters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the document says of records. */
class RequiredUnlessNullableTests {

  record Inner(String always, @Nullable String sometimes) {}

  static final class Here {
    record Same(String one) {}
  }

  static final class There {
    record Same(String other) {}
  }

  private final ModelConverters converters = new ModelConverters(true);

  RequiredUnlessNullableTests() {
    converters.addConverter(new RequiredUnlessNullable());
  }

  @Test
  void aComponentIsRequiredUnlessItIsNullable() {
    var schema = converters.readAll(Inner.class).get("Inner");
    assertThat(schema.getRequired()).containsExactly("always");
  }

  @Test
  void twoRecordsOfOneNameAreRefused() {
    converters.readAllAsResolvedSchema(Here.Same.class);
    assertThatThrownBy(() -> converters.readAllAsResolvedSchema(There.Same.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Two records are called Same");
  }
}
