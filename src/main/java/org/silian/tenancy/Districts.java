package org.silian.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.silian.problem.Refusal;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry of districts, kept in {@code hub}. */
@Component
public class Districts implements InitializingBean {

  private final JdbcClient jdbc;
  private final Migrations migrations;
  private volatile List<District> known = List.of();

  Districts(JdbcClient jdbc, Migrations migrations) {
    this.jdbc = jdbc;
    this.migrations = migrations;
  }

  @Override
  public void afterPropertiesSet() {
    migrations.migrate(District.HUB);
    reload();
    known.forEach(migrations::migrate);
  }

  /** All districts of this installation. */
  public List<District> all() {
    return known;
  }

  /**
   * Founds a district: its schema, and its line in the registry.
   *
   * @throws Refusal {@code district.exists}
   */
  public District found(String code, String name, String host) {
    if (!code.matches("\\d{6}")) {
      throw Refusal.invalid("district.code", "code");
    }
    if (known.stream().anyMatch(d -> d.code().equals(code))) {
      throw Refusal.conflict("district.exists").with("code", code);
    }
    var district = new District(code, name, host.isBlank() ? null : host.toLowerCase(Locale.ROOT));
    migrations.migrate(district);
    District.HUB.call(
        () ->
            jdbc.sql("insert into hub_district (code, name, host) values (?, ?, ?)")
                .param(district.code())
                .param(district.name())
                .param(district.host())
                .update());
    reload();
    return district;
  }

  /** Founds a district that is not there yet; else puts its name and host right. */
  public District register(String code, String name, String host) {
    var known = all().stream().filter(d -> d.code().equals(code)).findFirst();
    if (known.isEmpty()) {
      return found(code, name, host);
    }
    var district = new District(code, name, host.isBlank() ? null : host.toLowerCase(Locale.ROOT));
    if (!district.equals(known.get())) {
      District.HUB.call(
          () ->
              jdbc.sql("update hub_district set name = ?, host = ? where code = ?")
                  .param(district.name())
                  .param(district.host())
                  .param(district.code())
                  .update());
      reload();
    }
    return district;
  }

  /**
   * The district that is meant by a host name: its own or one below it, as where its files are;
   * else the only one that has none, or the only one there is.
   */
  Optional<District> at(String host) {
    var districts = known;
    if (districts.size() == 1) {
      return Optional.of(districts.getFirst());
    }
    var asked = host.toLowerCase(Locale.ROOT);
    return districts.stream()
        .filter(d -> asked.equals(d.host()))
        .findFirst()
        .or(
            () ->
                districts.stream()
                    .filter(d -> d.host() != null && asked.endsWith("." + d.host()))
                    .findFirst())
        .or(() -> onlyUnnamed(districts));
  }

  private static Optional<District> onlyUnnamed(List<District> districts) {
    var unnamed = districts.stream().filter(d -> d.host() == null).toList();
    return unnamed.size() == 1 ? Optional.of(unnamed.getFirst()) : Optional.empty();
  }

  private void reload() {
    known =
        District.HUB.call(
            () ->
                jdbc.sql("select code, name, host from hub_district order by code")
                    .query(new SimplePropertyRowMapper<>(District.class))
                    .list());
  }
}
