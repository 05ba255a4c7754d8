package org.silian.tenancy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param data the data folder
 * @param db an external PostgreSQL; absent, Silian starts its own in the data folder
 */
@ConfigurationProperties("silian")
record DatabaseProperties(Path data, @DefaultValue Db db) {

  /**
   * @param url JDBC address of the database
   * @param owner the role that owns the schemas, and its password
   * @param user the application's role, and its password
   * @param connections the size of the pool
   */
  record Db(
      @Nullable String url,
      @DefaultValue("silian_owner") String owner,
      @DefaultValue("") String ownerPassword,
      @DefaultValue("silian_app") String user,
      @DefaultValue("") String password,
      @DefaultValue("12") int connections) {}
}
