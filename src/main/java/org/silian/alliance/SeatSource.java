package org.silian.alliance;

import org.silian.organisation.OrganisationKind;

/** From where the post comes that justifies a seat. */
enum SeatSource {
  DISTRICT,
  STREET,
  COMMUNITY,
  POLICE,
  UNIVERSITY,
  INSTITUTE,
  PARTNER;

  /** Of the nearest organisation, from the unit upwards, that is more than a part of another. */
  static boolean tells(OrganisationKind kind) {
    return kind != OrganisationKind.PARTY_ORGANISATION
        && kind != OrganisationKind.TEAM
        && kind != OrganisationKind.GROUP;
  }

  static SeatSource of(OrganisationKind kind) {
    return switch (kind) {
      case STREET, TOWN, SPECIAL_UNIT -> STREET;
      case COMMUNITY, VILLAGE -> COMMUNITY;
      case POLICE_BUREAU, POLICE_STATION -> POLICE;
      case UNIVERSITY -> UNIVERSITY;
      case INSTITUTE -> INSTITUTE;
      case ENTERPRISE, SOCIAL_ORGANISATION, PUBLIC_INSTITUTION -> PARTNER;
      default -> DISTRICT;
    };
  }
}
