package org.silian.tenancy;

import com.zaxxer.hikari.HikariDataSource;
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
        ? Database.in(EmbeddedPostgres.start(properties.data().resolve("postgres")), secret)
        : new Database(url, db.owner(), db.ownerPassword(), db.user(), db.password(), null);
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
