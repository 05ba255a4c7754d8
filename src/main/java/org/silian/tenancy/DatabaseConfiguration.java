package org.silian.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.silian.postgres.EmbeddedPostgres;
import org.silian.vault.InstallationSecret;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  @Profile("!test")
  Database database(DatabaseProperties properties, InstallationSecret secret) {
    var db = properties.db();
    var url = db.url();
    return url == null || url.isBlank()
        ? Database.in(embedded(properties.data().resolve("postgres")), secret)
        : new Database(url, db.owner(), db.ownerPassword(), db.user(), db.password(), null);
  }

  private static EmbeddedPostgres embedded(Path folder) {
    var postgres = EmbeddedPostgres.start(folder);
    postgres.keepAlive();
    return postgres;
  }

  @Bean
  HikariDataSource pool(Database database, DatabaseProperties properties) {
    return database.asApplication(properties.db().connections());
  }

  @Bean
  @Primary
  DistrictDataSource dataSource(HikariDataSource pool) {
    return new DistrictDataSource(pool);
  }
}
