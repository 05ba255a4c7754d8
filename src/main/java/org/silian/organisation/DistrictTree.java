package org.silian.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.territory.Division;
import org.silian.territory.Divisions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plants the tree of a district: itself, its streets and towns, its communities and villages. */
@Component
public class DistrictTree {

  private final Divisions divisions;
  private final OrganisationManagement organisations;

  DistrictTree(Divisions divisions, OrganisationManagement organisations) {
    this.divisions = divisions;
    this.organisations = organisations;
  }

  /**
   * One organisation for each visible division of the district.
   *
   * @param code six digits of GB/T 2260
   * @param on their first day
   */
  @Transactional
  public void found(String code, LocalDate on) {
    Map<String, UUID> founded = new HashMap<>();
    for (var division : divisions.load(code)) {
      founded.put(
          division.code(),
          organisations.found(
              new Founding(
                  kind(division),
                  division.name(),
                  division.parent() == null ? null : founded.get(division.parent()),
                  division.code(),
                  null,
                  on)));
    }
  }

  private static OrganisationKind kind(Division division) {
    return switch (division.level()) {
      case DISTRICT -> OrganisationKind.DISTRICT;
      case STREET -> OrganisationKind.STREET;
      case TOWN -> OrganisationKind.TOWN;
      case SPECIAL_UNIT -> OrganisationKind.SPECIAL_UNIT;
      case COMMUNITY -> OrganisationKind.COMMUNITY;
      case VILLAGE -> OrganisationKind.VILLAGE;
    };
  }
}
