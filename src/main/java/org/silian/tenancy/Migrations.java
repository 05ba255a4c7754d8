package org.silian.tenancy;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/** Brings the hub and the districts to the schema this program expects. */
@Component
class Migrations {

  private final Database database;

  Migrations(Database database) {
    this.database = database;
  }

  void migrate(District district) {
    var schema = district.schema();
    Flyway.configure()
        .dataSource(database.asOwner())
        .schemas(schema)
        .defaultSchema(schema)
        .locations(district.equals(District.HUB) ? "classpath:db/hub" : "classpath:db/district")
        .placeholders(Map.of("schema", schema, "app", database.user()))
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
