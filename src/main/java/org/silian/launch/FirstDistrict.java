package org.silian.launch;

import java.time.Clock;
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
 * Founds the one district of a new installation before the first request can come: its schema, its
 * streets and its communities. A start that was cut short is taken up by the next one.
 */
@Component
@Profile("!demo & !test")
@EnableConfigurationProperties(LaunchProperties.class)
class FirstDistrict implements SmartInitializingSingleton {

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
    if (districts.all().isEmpty()) {
      found();
    }
    districts.all().stream()
        .filter(district -> district.code().equals(properties.district()))
        .forEach(district -> district.run(() -> Actor.SYSTEM.run(this::plantOnce)));
  }

  private void found() {
    var code = properties.district();
    if (!divisions.ships(code)) {
      throw Refusal.notFound("territory.not-shipped").with("code", code);
    }
    districts.found(code, properties.districtName(), "");
  }

  private void plantOnce() {
    if (organisations.district().isEmpty()) {
      tree.found(properties.district(), District.day(clock.instant()));
    }
  }
}
