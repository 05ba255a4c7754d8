/**
 * 组织联建: the bodies in which a district, its streets and communities sit together with universities
 * and other units.
 *
 * <p>A {@link Body} is an organisation of a kind that {@linkplain
 * org.silian.organisation.OrganisationKind#isBody() is a body}, with its own rule. It commands
 * nobody: it is made up of {@link Seat}s, each justified by a post elsewhere (兼职委员), and a {@link
 * Sitting} is one person on one seat for a time, by the appointment that justifies it. When that
 * post changes hands the seat follows, or the body's secretariat is asked, as the rule says: {@link
 * SeatSuccession}. Joint documents (联合发文) are of two issuers or more: {@link JointDocument}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "problem",
      "language",
      "permission",
      "tenancy",
      "api",
      "journal",
      "privacy",
      "organisation",
      "task",
      "search",
      "demo"
    })
package org.silian.alliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
