package org.silian.alliance;

import org.silian.organisation.OrganisationKind;

/** What whoever sits there is in the body. */
enum SeatKind {
  /** 书记, 召集人, 组长. */
  HEAD,
  DEPUTY,
  /** 兼职委员, 成员. */
  MEMBER;

  /** The code of its title in a body of this kind. */
  String title(OrganisationKind body) {
    var family =
        switch (body) {
          case STREET_COMMITTEE, COMMUNITY_COMMITTEE -> "committee.";
          case JOINT_CONFERENCE -> "conference.";
          default -> "group.";
        };
    return "alliance.seat." + family + name();
  }
}
