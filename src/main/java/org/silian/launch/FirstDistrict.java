package org.silian.launch;

import java.time.Clock;
import java.util.regex.Pattern;
import org.silian.journal.Actor;
import org.silian.organisation.DistrictTree;
import org.silian.organisation.OrganisationDirectory;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.silian.territory.Divisions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Founds the one district of a new installation before the first request can come, or each of
 * several that the operator names: its schema, its streets and its communities. A start that was
 * cut short is taken up by the next one.
 */
@Component
@Profile("!demo & !test")
@EnableConfigurationProperties(LaunchProperties.class)
class FirstDistrict implements SmartInitializingSingleton {

  private static final Pattern LINE = Pattern.compile("(\\d{6})=([^@]+)@([\\w.-]+)");

  private final LaunchProperties properties;
  private final Districts districts;
  private final Divisions divisions;
  private final OrganisationDirectory organisations;
  private final DistrictTree tree;
  private final Clock clock;

  FirstDistrict(
      LaunchProperties properties,
      Districts districts,
      Divisions divisions,
      OrganisationDirectory organisations,
      DistrictTree tree,
      Clock clock) {
    this.properties = properties;
    this.districts = districts;
    this.divisions = divisions;
    this.organisations = organisations;
    this.tree = tree;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    properties.districts().stream().filter(line -> !line.isBlank()).forEach(this::register);
    if (districts.all().isEmpty()) {
      refuseUnlessShipped(properties.district());
      districts.found(properties.district(), properties.districtName(), "");
    }
    districts.all().stream()
        .filter(district -> divisions.ships(district.code()))
        .forEach(district -> district.run(() -> Actor.SYSTEM.run(this::plantOnce)));
  }

  private void register(String line) {
    var parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "silian.districts: “%s” is not code=name@host".formatted(line.strip()));
    }
    refuseUnlessShipped(parts.group(1));
    districts.register(parts.group(1), parts.group(2), parts.group(3));
  }

  private void refuseUnlessShipped(String code) {
    if (!divisions.ships(code)) {
      throw Refusal.notFound("territory.not-shipped").with("code", code);
    }
  }

  private void plantOnce() {
    if (organisations.district().isEmpty()) {
      tree.found(District.current().code(), District.day(clock.instant()));
    }
  }
}
