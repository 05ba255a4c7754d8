package org.silian.tenancy;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.silian.postgres.TestPostgres;
import org.silian.vault.InstallationSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.util.FileSystemUtils;

@Configuration(proxyBeanMethods = false)
@Profile("test")
class TestDatabaseConfiguration {

  /** Sessions deliberately live in another zone than the district and the JVM. */
  @Bean
  Database database(InstallationSecret secret, DatabaseProperties properties)
      throws SQLException, IOException {
    // An earlier run's seals are of another database.
    FileSystemUtils.deleteRecursively(properties.data().resolve("seals"));
    var url = TestPostgres.url("silian");
    var database =
        Database.prepared(url, TestPostgres.user(), TestPostgres.password(), secret, null);
    try (var connection =
            DriverManager.getConnection(url, TestPostgres.user(), TestPostgres.password());
        var statement = connection.createStatement()) {
      statement.execute("alter role silian_app set timezone = 'America/St_Johns'");
    }
    return database;
  }
}
